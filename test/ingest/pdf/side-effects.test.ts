/** What reading a PDF leaves unchanged: in a separate process, because what is loaded stays loaded. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const script = `
  const { readFileSync } = await import('node:fs');
  const builtIns = () => [Array.prototype.push, JSON.parse, JSON.stringify];
  const before = builtIns();
  const { readers } = await import('./src/ingest/readers/registry.ts');
  const bytes = new Uint8Array(readFileSync('test/ingest/pdf/files/naskh.writer.pdf'));
  const { blocks } = await readers.pdf(bytes, { layer: 'auto', file: 'report.pdf' });
  const native = process.report.getReport().sharedObjects.filter((path) => /canvas|skia/u.test(path));
  const same = builtIns().every((each, i) => each === before[i]);
  console.log(JSON.stringify({ blocks: blocks.length, native, same }));
`;

it('reads without a drawing library, and keeps the built-in functions', () => {
  const node = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const out = execFileSync(process.execPath, node, { cwd: root, encoding: 'utf8' });
  const read = JSON.parse(out) as { blocks: number; native: string[]; same: boolean };
  expect(read.blocks).toBeGreaterThan(5);
  expect(read).toMatchObject({ native: [], same: true });
});
