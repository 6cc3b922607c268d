import { describe, expect, it } from 'vitest';
import { readAtoms } from '../../../src/ingest/repair/atoms.ts';
import { Evidence } from '../../../src/ingest/repair/evidence.ts';
import { orderLine } from '../../../src/ingest/repair/line-order.ts';

const evidence = new Evidence();
const around = { before: evidence.stop(), after: null, first: true };

function read(line: string): string {
  const { atoms, trailing } = readAtoms(line);
  return orderLine(atoms, trailing, around, evidence)
    .parts.map((part) => part.text)
    .join(' ');
}

describe('a stored line is put into reading order', () => {
  const table: [string, string, string][] = [
    ['numbers and dashes break it', '٢٠١١مايو / أيار١٣ - ٩نيويورك، ', 'نيويورك ، ٩ - ١٣ أيار / مايو ٢٠١١'],
    ['a lam-alef was displaced', ' تجــارلاالمتعلــق بمنــع ا ', 'المتعلق بمنع الاتجار'],
    [
      'a piece is attached to its neighbour',
      'مثل السامي لشؤون البيئة   الموتولى    - ٦',
      '٦ - وتولى الممثل السامي لشؤون البيئة',
    ],
    ['a heading and its letter', '  النظام الداخلي   -دال   ', 'دال - النظام الداخلي'],
    ['an item and its letter', '  حفظ السجلات؛  )ب(    ', '( ب ) حفظ السجلات ؛'],
    ['brackets are reversed', '  .من جدول الأعمال)د (٦في البند   ', 'في البند ٦ ( د ) من جدول الأعمال .'],
  ];
  it.each(table)('%s', (_, stored, expected) => {
    expect(read(stored)).toBe(expected);
  });

  it('broken kashidas: the last group comes first, and every other one continues the word before it', () => {
    expect(read(' ــة في العــام    ــدول الزراعيــة المنتجــات ال')).toContain('المنتجات');
  });

  it('leaves a line unchanged if it cannot be cut', () => {
    expect(read('والقضاء عليه في مقر الأمم المتحدة')).toBe('والقضاء عليه في مقر الأمم المتحدة');
  });
});
