/** Makes the examples of the OpenAPI document by asking the API each question about the sample reports. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src/api/index.ts';
import { openCollection } from '../../src/collection/index.ts';
import { loadSettings, root } from '../../src/settings/index.ts';
import { questions } from './questions.ts';
import { steady } from './steady.ts';

export interface Example {
  asked: Record<string, unknown>;
  answer: unknown;
}

const key = 'a key of sixteen characters or more';

/** By operation, in the order of their ids. */
export async function makeExamples(): Promise<Record<string, Example>> {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-examples-'));
  const settings = loadSettings({
    SIYAGHA_DATA: folder,
    SIYAGHA_ADMIN_KEY: key,
    LOG_LEVEL: 'silent',
  });
  const collection = await openCollection(settings);
  try {
    const reports = join(root, 'samples', 'reports');
    const files = readdirSync(reports).sort();
    await collection.intake.files(
      files.map((name) => join(reports, name)),
      {},
    );
    const app = createApp({ collection, settings, log: pino({ level: 'silent' }) });
    const examples: Record<string, Example> = {};
    for (const [operation, { path, asked, send }] of Object.entries(questions)) {
      const { address, init } = send?.(asked, reports) ?? { address: addressOf(path, asked), init: {} };
      const response = await app.request(address, {
        ...init,
        headers: { ...init.headers, Authorization: `Bearer ${key}` },
      });
      const answer: unknown = await response.json();
      if (response.status !== 200) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
      examples[operation] = { asked, answer: steady(answer) };
    }
    return Object.fromEntries(Object.entries(examples).sort());
  } finally {
    await collection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(path: string, asked: Record<string, unknown>): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(asked)) {
    if (filled.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    else for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}
