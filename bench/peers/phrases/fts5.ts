/**
 * SQLite FTS5's phrase queries, called as bench/peers/phrases.ts calls every tool. The table keeps no text.
 *
 *     node --import tsx fts5.ts build|ask INPUT INDEX
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { answered, type Built, linesOf } from './questions.ts';

const [step, input, folder] = process.argv.slice(2) as [string, string, string];
mkdirSync(folder, { recursive: true });
const db = new DatabaseSync(join(folder, 'fts5.db'));
if (step === 'build') {
  const began = process.cpuUsage();
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE VIRTUAL TABLE paragraph USING fts5(text, content='', tokenize="unicode61 remove_diacritics 0"); BEGIN`);
  const insert = db.prepare('INSERT INTO paragraph (text) VALUES (?)');
  for (const words of linesOf(input, 'paragraphs.txt')) insert.run(words.join(' '));
  db.exec("COMMIT; INSERT INTO paragraph (paragraph) VALUES ('optimize')");
  const { user, system } = process.cpuUsage(began);
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  console.log(JSON.stringify({ version, build_ms: (user + system) / 1000 } satisfies Built));
} else {
  const count = db.prepare('SELECT count(*) AS found FROM paragraph WHERE paragraph MATCH ?');
  const paragraphsWith = (phrase: readonly string[]) =>
    (count.get(`"${phrase.join(' ')}"`) as { found: number }).found;
  console.log(JSON.stringify(await answered(linesOf(input, 'phrases.txt'), paragraphsWith)));
}
db.close();
