import { readFileSync, readdirSync } from 'node:fs';
import { readers } from '../src/ingest/readers/registry.ts'; const readPdf = readers.pdf;
const folder = '../shared/data/rendered-pairs/';
const files = readdirSync(folder).filter((n) => n.endsWith('.pdf'));
for (let k = 0; k < 3; k++) {
let pages = 0; const t = process.cpuUsage(), f = performance.now();
for (const n of files) { const d = await readPdf(new Uint8Array(readFileSync(folder + n)), { layer: 'auto', file: n }); pages += Math.max(...d.blocks.map((b) => b.page ?? 0)); }
const c = process.cpuUsage(t);
console.log(pages, (pages / ((c.user + c.system) / 1e6)).toFixed(0), 'cpu', (pages / ((performance.now() - f) / 1000)).toFixed(0), 'wall');
}
