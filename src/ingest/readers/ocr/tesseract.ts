/**
 * Runs Tesseract, an external program, on one image: the image through its input, the result (hOCR) from its output,
 * with a time limit.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { type Grey, toPgm } from './grey.ts';
import { type HocrLine, parseHocr } from './hocr.ts';

/** Why nothing was read: `missing` and `no_arabic` hold for every page, the others for one. */
export type OcrFault = 'missing' | 'no_arabic' | 'too_slow' | 'died' | 'rubbish';

export class OcrError extends Error {
  readonly fault: OcrFault;
  constructor(fault: OcrFault, message: string) {
    super(message);
    this.name = 'OcrError';
    this.fault = fault;
  }
  /** Whether it will fail on the next page as well. */
  get lasting(): boolean {
    return this.fault === 'missing' || this.fault === 'no_arabic';
  }
}

/** How to install Tesseract. */
export const toInstall =
  'install it with its Arabic data (on Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-ara)';

export interface Recognise {
  /** `ara`, `eng` for numbers and Latin, or the model of the Arabic script. */
  language: string;
  /** Page segmentation mode: 3 for a page, 6 for a block of lines. */
  psm: 3 | 6;
  /** Pixels per inch. */
  dpi: number;
  /** The only characters allowed. */
  letters?: string;
}

/** Maximum size of the output in bytes; a full page has about 200 kB. */
const longestAnswer = 32 * 1024 * 1024;

/** Running programs: they are ended together with this process. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * The lines of one image. `deadline`, in milliseconds of `performance.now()`: Tesseract is then ended.
 * @throws OcrError
 */
export async function recognise(picture: Grey, how: Recognise, deadline: number): Promise<HocrLine[]> {
  const { language, psm, dpi, letters } = how;
  const options = ['stdin', 'stdout', '-l', language, '--psm', String(psm), '--dpi', String(Math.round(dpi))];
  if (letters) options.push('-c', `tessedit_char_whitelist=${letters}`);
  const hocr = await run([...options, 'hocr'], toPgm(picture), deadline);
  const lines = parseHocr(hocr);
  if (!lines) throw new OcrError('rubbish', 'the output of Tesseract is not hOCR: install it again');
  return lines;
}

export interface Installed {
  version: string;
  /** The model of the Arabic script, null if it is not there. */
  script: string | null;
}

/** Checks that it is installed with the data for Arabic. @throws OcrError */
export async function checkTesseract(): Promise<Installed> {
  const deadline = performance.now() + 20_000;
  const version = /tesseract\s+v?(\S+)/iu.exec(await run(['--version'], null, deadline))?.[1];
  const languages = (await run(['--list-langs'], null, deadline)).split(/\s+/u);
  for (const [language, data] of [
    ['ara', 'tesseract-ocr-ara'],
    ['eng', 'tesseract-ocr-eng'],
  ] as const) {
    if (languages.includes(language)) continue;
    throw new OcrError('no_arabic', `Tesseract has no data for "${language}": install ${data}`);
  }
  // Debian's package leaves out the folder.
  const script = ['script/Arabic', 'Arabic'].find((name) => languages.includes(name)) ?? null;
  return { version: version ?? 'of an unknown version', script };
}

function run(options: readonly string[], input: Buffer | null, deadline: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // One thread: pages are read by as many processes as there are parsers.
    const child = spawn('tesseract', options, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
    });
    running.add(child);
    const out: Buffer[] = [];
    let bytes = 0;
    let said = '';
    const stop = (error: OcrError) => {
      child.kill('SIGKILL');
      // Programs that it started itself may still hold them open.
      for (const stream of child.stdio) stream?.destroy();
      finish(error);
    };
    const timer = setTimeout(
      () =>
        stop(
          new OcrError(
            'too_slow',
            'Tesseract took too long and was stopped: try again when the machine is less busy',
          ),
        ),
      Math.max(0, deadline - performance.now()),
    );
    const finish = (error: OcrError | null) => {
      clearTimeout(timer);
      running.delete(child);
      if (error) reject(error);
      else resolve(Buffer.concat(out).toString('utf8'));
    };
    child.stdout.on('data', (data: Buffer) => {
      out.push(data);
      bytes += data.length;
      if (bytes > longestAnswer) stop(new OcrError('rubbish', 'the output of Tesseract does not end'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT' || error.code === 'EACCES';
      finish(
        missing
          ? new OcrError('missing', `Tesseract is not installed: ${toInstall}`)
          : new OcrError('died', `Tesseract could not be started (${error.message})`),
      );
    });
    child.on('close', (code, signal) => finish(code === 0 ? null : failure(code, signal, said)));
    // Where it ends before it has read all, that is what counts.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? undefined);
  });
}

function failure(code: number | null, signal: string | null, said: string): OcrError {
  const data = /(?:Failed|Error).{0,40}(?:loading|opening).{0,80}/iu.exec(said)?.[0];
  if (data && /tessdata|traineddata|language/iu.test(said))
    return new OcrError('no_arabic', `Tesseract cannot load its data (${data.trim()}): ${toInstall}`);
  const last = said.trim().split('\n').at(-1)?.slice(0, 200);
  return new OcrError('died', `Tesseract ended with ${signal ?? `code ${code}`}${last ? ` (${last})` : ''}`);
}
