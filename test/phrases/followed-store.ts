/** A store in a separate folder for each test, with one small report, and with the index files in the same folder. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { IndexOptions } from '../../src/phrases/index.ts';
import type { ParsedReport } from '../../src/report/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { makeReport } from '../store/report.ts';

export interface Followed {
  folder: string;
  store: Store;
  notices: string[];
}

/** Its fields are those of the running test. */
export function followedStore(): Followed {
  const followed = {} as Followed;
  beforeEach(() => {
    followed.folder = mkdtempSync(join(tmpdir(), 'phrases-'));
    followed.store = openStore(followed.folder);
    followed.notices = [];
    followed.store.put(report('A', 2001, ['البند الأول', 'ما ما']));
  });
  afterEach(() => {
    followed.store.close();
    rmSync(followed.folder, { recursive: true, force: true });
  });
  return followed;
}

/** With `inThread` 0 everything is built in a worker. */
export const optionsOf = (followed: Followed, inThread?: number): IndexOptions => ({
  lexicon: new Set(['بند']),
  notice: (message) => followed.notices.push(message),
  ...(inThread === undefined ? {} : { inThread }),
});

export const indexFolder = ({ folder }: Followed) => join(folder, 'phrases');

export const segmentsOf = (followed: Followed) =>
  readdirSync(indexFolder(followed)).filter((file) => file.endsWith('.segment'));

export function report(id: string, year: number, texts: readonly string[]): ParsedReport {
  return makeReport(id, texts, { year });
}
