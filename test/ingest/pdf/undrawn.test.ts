/** Reading a PDF loads no drawing library: in a process of its own, because what is loaded stays loaded. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const script = `
  const { readFileSync } = await import('node:fs');
  const { readers } = await import('./src/ingest/readers/registry.ts');
  const bytes = new Uint8Array(readFileSync('test/ingest/pdf/files/naskh.writer.pdf'));
  const { blocks } = await readers.pdf(bytes, { layer: 'auto', file: 'report.pdf' });
  const native = process.report.getReport().sharedObjects.filter((path) => /canvas|skia/u.test(path));
  console.log(JSON.stringify({ blocks: blocks.length, native }));
`;

it('the reader reads without the canvas of pdf.js', () => {
  const node = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const out = execFileSync(process.execPath, node, { cwd: root, encoding: 'utf8' });
  const { blocks, native } = JSON.parse(out) as { blocks: number; native: string[] };
  expect(blocks).toBeGreaterThan(5);
  expect(native).toEqual([]);
});
