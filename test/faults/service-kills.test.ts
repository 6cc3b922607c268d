/**
 * `siyagha serve` killed at any moment while reports are uploaded, replaced and removed, and started again: everything
 * it confirmed is there and right, nothing is there in part, and no file or process of the killed one is left.
 */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, type Program } from '../cli/program.ts';
import { full, randomFrom, seed } from './extent.ts';

const kills = full ? 60 : 3;
const clients = 3;
const key = 'a-key-for-the-kills';

let program: Program;
let temporary: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  program = await buildProgram();
  temporary = join(program.folder, 'tmp');
  mkdirSync(temporary);
}, 120_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  program?.remove();
});

async function serve(): Promise<{ child: ChildProcess; url: string }> {
  const env = { SIYAGHA_ADMIN_KEY: key, LOG_LEVEL: 'error', TMPDIR: temporary };
  const child = program.start(['serve', '--create', '--port', '0'], { env });
  running.add(child);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [line] = (await Promise.race([once(child.stdout!, 'data'), once(child, 'close')])) as [Buffer | null];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0];
  if (!url) throw new Error(`it did not start: ${stderr}`);
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
  running.delete(child);
}

interface Upload {
  symbol: string;
  name: string;
  bytes: Uint8Array;
  lines: string[];
}

/** A text or a Word document, so that both ways in are used. */
function makeUpload(n: number, version: number): Upload {
  const lines = Array.from(
    { length: 40 + (n % 60) },
    (_, i) => `نص الفقرة ${i} من ${n} في الصيغة ${version}`,
  );
  const symbol = `KILL/${n}`;
  const encoder = new TextEncoder();
  if (n % 2 === 0) return { symbol, name: `${n}.txt`, bytes: encoder.encode(lines.join('\n')), lines };
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const bytes = zipSync({
    '[Content_Types].xml': encoder.encode(types),
    'word/document.xml': encoder.encode(document),
  });
  return { symbol, name: `${n}.docx`, bytes, lines };
}

/** Processes of the program, by their command line; Linux only. */
function processes(): number[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  const folder = program.file.slice(0, program.file.lastIndexOf('/'));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

test(
  `${kills} kills of a server that takes uploads`,
  async () => {
    const random = randomFrom(seed);
    /** What was confirmed: the text under each symbol, null if it was removed. */
    const answered = new Map<string, string[] | null>();
    /** What was sent and not confirmed: it may be there or not. */
    const open = new Map<string, (string[] | null)[]>();
    let version = 0;
    const headers = { Authorization: `Bearer ${key}` };

    const texts = async (url: string, id: string): Promise<string[] | null> => {
      const response = await fetch(`${url}/v1/reports/${id}/paragraphs?limit=1000`);
      if (response.status === 404) return null;
      const { items } = (await response.json()) as { items: { text: string }[] };
      return items.map(({ text }) => text);
    };
    const check = async (url: string) => {
      const list = (await (await fetch(`${url}/v1/reports?limit=1000`)).json()) as {
        items: { id: string; symbol: string; source: { sha256: string } }[];
      };
      for (const [symbol, lines] of answered) {
        const found = await texts(url, symbol.replace('/', '-'));
        const possible = [lines, ...(open.get(symbol) ?? [])];
        expect(possible, symbol).toContainEqual(found);
        answered.set(symbol, found);
      }
      open.clear();
      const known = new Set(answered.keys());
      expect(list.items.filter(({ symbol }) => !known.has(symbol))).toEqual([]);
      // Each original belongs to a report, and is complete.
      const kept = readdirSync(join(program.data, 'originals'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const hashes = kept.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
      expect(hashes.sort()).toEqual([...new Set(list.items.map(({ source }) => source.sha256))].sort());
      expect(kept.map((file) => file.split('/').at(-1)).sort()).toEqual(hashes);
    };

    for (let round = 0; round < kills; round += 1) {
      const { child, url } = await serve();
      expect(readdirSync(temporary)).toEqual([]);
      if (round > 0) await check(url);
      const enough = Math.floor(random() * 8);
      let done = 0;
      let dead = false;
      const client = async (own: number) => {
        while (!dead) {
          const n = own + clients * Math.floor(random() * 12);
          version += 1;
          const { symbol, name, bytes, lines } = makeUpload(n, version);
          const removes = answered.get(symbol) != null && random() < 0.3;
          const wanted = removes ? null : lines;
          if (!answered.has(symbol)) answered.set(symbol, null);
          open.set(symbol, [...(open.get(symbol) ?? []), wanted]);
          const form = new FormData();
          form.set('symbol', symbol);
          form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
          const response = await (removes
            ? fetch(`${url}/v1/reports/${symbol.replace('/', '-')}`, { method: 'DELETE', headers })
            : fetch(`${url}/v1/reports`, { method: 'POST', body: form, headers })
          ).catch(() => null);
          const text = await response?.text().catch(() => null);
          if (!response || text == null) return;
          expect(response.status, text).toBe(200);
          answered.set(symbol, wanted);
          open.delete(symbol);
          done += 1;
        }
      };
      const working = Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
      while (done < enough) await wait(5);
      await wait(random() * 120);
      dead = true;
      await kill(child);
      await working;
      // The processes that read files end with the one for which they read.
      for (let tries = 0; processes().length > 0 && tries < 200; tries += 1) await wait(50);
      expect(processes()).toEqual([]);
    }
    const { child, url } = await serve();
    await check(url);
    child.kill('SIGTERM');
    await once(child, 'close');
    running.delete(child);
    expect(readdirSync(temporary)).toEqual([]);
    const verified = execFileSync(process.execPath, [program.file, 'verify', '--json'], {
      env: { ...process.env, SIYAGHA_DATA: program.data },
      encoding: 'utf8',
    });
    expect(JSON.parse(verified)).toMatchObject({ problems: [] });
  },
  full ? 3_600_000 : 180_000,
);
