/**
 * Runs the commands of a document as its reader would: one after the other, in a folder like a checkout.
 *
 * A `console` block shows commands after `$ ` with everything they print; an `sh` block is a script of which only the
 * exit code counts. `<!-- not run: why -->` above a block leaves it out, and with `<!-- empty folder -->` anywhere on
 * the page there is no sample collection. Lines with `npm` and `npx` are for the real checkout and are not run here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Step {
  /** A line after `$ `, or an entire script. */
  command: string;
  /** The output shown below it; null if none is shown. */
  output: string | null;
}

export interface Page {
  steps: Step[];
  /** Lines with npm and npx, which name scripts of the project. */
  ofCheckout: string[];
  /** Blocks that are not run, with the reason. */
  left: { block: string; why: string }[];
  startsEmpty: boolean;
}

const block = /(?:^ *<!-- not run: (.+?) -->\n+)?^( *)```(console|sh)\n([\s\S]*?)^ *```$/gm;

export function commandsOf(text: string): Page {
  const page: Page = {
    steps: [],
    ofCheckout: [],
    left: [],
    startsEmpty: text.includes('<!-- empty folder -->'),
  };
  for (const [, why, indent, language, indented] of text.matchAll(block)) {
    const content = indented!.replaceAll(new RegExp(`^ {${indent!.length}}`, 'gm'), '');
    if (why !== undefined) page.left.push({ block: content, why });
    else if (language === 'console') page.steps.push(...shownIn(content));
    else {
      const lines = content.split('\n');
      const isOurs = (line: string) => /^(npm|npx) /.test(line);
      page.ofCheckout.push(...lines.filter(isOurs));
      const script = lines
        .filter((line) => !isOurs(line))
        .join('\n')
        .trim();
      if (script.replaceAll(/^\s*#.*$/gm, '').trim() !== '')
        page.steps.push({ command: script, output: null });
    }
  }
  return page;
}

function shownIn(content: string): Step[] {
  return content.split(/^\$ /m).flatMap((part) => {
    if (part.trim() === '') return [];
    // A command that continues has a backslash at the end of its line.
    const [, command = '', output = ''] = /^((?:.*\\\n)*.*)\n([\s\S]*)$/.exec(part) ?? [];
    return [{ command, output }];
  });
}

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

const address = 'http://127.0.0.1:8080';
const adminKey = 'the-admin-key-of-the-documents';

/** The name that documents use for the folder of the checkout. */
const home = '/home/me/siyagha';

/**
 * A folder like a checkout: `siyagha` is on the path and in `bin`, and there are the samples and `reports`, which has
 * the same files, as a user's own.
 */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'siyagha-documents-'));
  #server: { child: ChildProcess; url: string } | null = null;

  /** @param data a collection to begin with */
  constructor({ program, root, data }: { program: string; root: string; data?: string | undefined }) {
    mkdirSync(join(this.folder, 'bin'));
    cpSync(join(root, 'samples', 'reports'), join(this.folder, 'samples', 'reports'), { recursive: true });
    cpSync(join(root, 'samples', 'reports'), join(this.folder, 'reports'), { recursive: true });
    cpSync(join(root, 'config'), join(this.folder, 'config'), { recursive: true });
    if (data !== undefined) cpSync(data, join(this.folder, 'data'), { recursive: true });
    const script = `#!/usr/bin/env bash\nexec '${process.execPath}' '${program}' "$@"\n`;
    writeFileSync(join(this.folder, 'bin', 'siyagha'), script, { mode: 0o755 });
  }

  /** Runs a step. A step that asks the server finds one; a step that starts one only has to answer. */
  async run({ command }: Step): Promise<Outcome> {
    if (/\bserve\b/.test(command)) return this.#serves(command);
    if (command.includes(address)) this.#server ??= await this.#serve('siyagha serve --create');
    const url = this.#server?.url ?? address;
    const { code, stdout, stderr } = await this.#outcome(command.replaceAll(address, url));
    const shown = (text: string) => text.replaceAll(url, address).replaceAll(this.folder, home);
    return { code, stdout: shown(stdout), stderr: shown(stderr) };
  }

  async close(): Promise<void> {
    await this.#stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #start(line: string): ChildProcess {
    const environment: Record<string, string> = {
      HOME: this.folder,
      PATH: `${join(this.folder, 'bin')}:${process.env.PATH}`,
      PORT: '0',
      SIYAGHA_ADMIN_KEY: adminKey,
      LOG_LEVEL: 'error',
      TZ: 'UTC',
    };
    return spawn('bash', ['-e', '-c', line], {
      cwd: this.folder,
      env: environment as NodeJS.ProcessEnv,
      detached: true,
    });
  }

  #outcome(line: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = this.#start(line);
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout!.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr!.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
      );
    });
  }

  async #serve(line: string): Promise<{ child: ChildProcess; url: string }> {
    const child = this.#start(line);
    const said = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stderr!.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      child.stdout!.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (/http:\/\/[^\s,]+/.test(text)) resolve(text);
      });
      child.once('error', reject);
      child.once('close', () => reject(new Error(`${line} ended: ${text}`)));
    });
    return { child, url: /http:\/\/[^\s,]+/.exec(said)![0] };
  }

  /** Whatever port the command names, it gets a free one. */
  async #serves(command: string): Promise<Outcome> {
    await this.#stop();
    this.#server = await this.#serve(command.replace(/ *--port \d+/, ''));
    const { status } = await fetch(`${this.#server.url.replace('0.0.0.0', '127.0.0.1')}/v1/reports`);
    await this.#stop();
    return { code: status === 200 ? 0 : 1, stdout: '', stderr: '' };
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise((resolve) => server.child.once('close', resolve));
    process.kill(-server.child.pid!, 'SIGTERM');
    await closed;
  }
}

/** Output as a document shows it: times differ from run to run, and JSON may end without a newline. */
export const steady = (text: string): string =>
  text
    .replaceAll(/^took [\d.]+ s$/gm, 'took 4.2 s')
    .replaceAll(/"took_ms":[\d.]+/g, '"took_ms":7')
    .replace(/(.)$/, '$1\n');

/** The document with the current output of its commands; `run` is called in order. */
export async function withOutput(text: string, run: (step: Step) => Promise<Outcome>): Promise<string> {
  let result = text;
  let from = 0;
  for (const step of commandsOf(text).steps) {
    const { stdout, stderr } = await run(step);
    if (step.output === null) continue;
    const before = `$ ${step.command}\n${step.output}`;
    const at = result.indexOf(before, from);
    const after = `$ ${step.command}\n${steady(stdout + stderr)}`;
    result = result.slice(0, at) + after + result.slice(at + before.length);
    from = at + after.length;
  }
  return result;
}
