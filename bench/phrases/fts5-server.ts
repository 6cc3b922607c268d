/**
 * The baseline for `/v1/phrases`: the same route over SQLite FTS5, which can count the paragraphs with the phrase and
 * show the first twenty, and nothing else of the answer.
 *
 *     node --import tsx bench/phrases/fts5-server.ts FILE     prints its address
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { DatabaseSync } from '@photostructure/sqlite';
import { words } from 'arabic-normalizer';
import { Hono } from 'hono';

const db = new DatabaseSync(process.argv[2] ?? '', { readOnly: true });
const count = db.prepare('SELECT count(*) AS found FROM paragraph WHERE paragraph MATCH ?');
const page = db.prepare('SELECT rowid FROM paragraph WHERE paragraph MATCH ? LIMIT 20');

const app = new Hono();
app.get('/v1/phrases', (c) => {
  const phrase = `"${words(c.req.query('q') ?? '', 'folded').join(' ')}"`;
  const { found } = count.get(phrase) as { found: number };
  return c.json({ paragraphs: found, concordance: page.all(phrase) });
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
  console.log(`http://127.0.0.1:${port}`);
});
// If only the statements were kept, the driver would close the database while they are in use.
process.once('SIGINT', () => {
  db.close();
  process.exit();
});
