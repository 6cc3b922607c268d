/**
 * Pages that nobody would print: each one ends, with its text or with a reason. That they end in time is ensured by the
 * test's time limit.
 */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { buildPdf } from './build.ts';
import { buildTagged } from './tagged.ts';

const read = (bytes: Uint8Array) => readPdf(bytes, { layer: 'auto', file: 'page.pdf' });
const onePage = (parts: readonly string[]) => read(buildPdf({ pages: [parts.join('\n')] }));
const rule = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S`;
const show = (text: string, x: number, y: number, size = 10) =>
  `BT /L ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const turned = (text: string, degrees: number, x: number, y: number) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos].map((value) => value.toFixed(4)).join(' ');
  return `BT /L 8 Tf ${matrix} ${x} ${y} Tm (${text}) Tj ET`;
};
/** Numbers from 0 to 1, the same in every run. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const lines = Array.from({ length: 55 }, (_, i) => `line ${i} of a text that goes on from side to side`);
const text = lines.map((line, i) => show(line, 50, 780 - 13 * i));
const inOne = (blocks: readonly { text: string }[]) => blocks.map((block) => block.text).join(' ');
const wordsOf = (all: string) => all.split(/\s+/u).filter((word) => word !== '');

describe('rules', () => {
  it('20,000 of them at random lose no word', async () => {
    const any = numbers();
    const rules = Array.from({ length: 19_990 }, () => {
      const [x, y, length] = [any() * 600, any() * 800, any() * 300];
      return any() < 0.5 ? rule(x, y, x + length, y) : rule(x, y, x, y + length);
    });
    const { blocks } = await onePage([...rules, ...text]);
    expect(wordsOf(inOne(blocks)).join('').length).toBe(wordsOf(lines.join(' ')).join('').length);
  });

  it('20,000 of them side by side lose no word', async () => {
    const across = Array.from({ length: 9_990 }, (_, i) => rule(50, 20 + i * 0.07, 550, 20 + i * 0.07));
    const down = Array.from({ length: 9_990 }, (_, i) => rule(20 + i * 0.05, 20, 20 + i * 0.05, 780));
    const { blocks } = await onePage([...across, ...down, ...text]);
    expect(wordsOf(inOne(blocks)).join('').length).toBe(wordsOf(lines.join(' ')).join('').length);
  });

  it('100,000 frames are a drawing, and the text is read', async () => {
    const any = numbers();
    const frames = Array.from({ length: 100_000 }, () =>
      [any() * 500, any() * 700, any() * 90, any() * 90]
        .map((n) => n.toFixed(1))
        .join(' ')
        .concat(' re S'),
    );
    const { blocks, warnings } = await onePage([...frames, ...text]);
    expect(inOne(blocks)).toBe(lines.join(' '));
    expect(warnings.map(({ code }) => code)).toContain('too_many_rules');
  });
});

describe('tables of 5,000 cells', () => {
  const [rows, columns] = [100, 50];
  const cells = Array.from({ length: rows * columns }, (_, i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    return { r, c, text: `x${c}`, x: 51 + 10 * c, y: 745 - 7 * r, size: 3, mcid: i };
  });
  const element = (type: string, kids: string, more = '') =>
    `<< /S /${type} /Pg 100 0 R ${more} /K ${kids} >>`;
  const tagged = (there: typeof cells) => {
    const row = (r: number) =>
      there
        .filter((cell) => cell.r === r)
        .map(({ mcid }) => element('TD', String(mcid), '/A << /O /Table /RowSpan 1 /ColSpan 1 >>'));
    const all = Array.from({ length: rows }, (_, r) => element('TR', `[${row(r).join(' ')}]`));
    const table = element('Table', `[${all.join(' ')}]`);
    return read(
      buildTagged({
        pages: [there],
        tree: ['<< /Type /StructTreeRoot /K 1001 0 R >>', element('Document', `[${table}]`)],
      }),
    );
  };

  it('with tags', async () => {
    const { blocks, structure } = await tagged(cells);
    expect(structure).toBe('tags');
    expect(blocks).toHaveLength(5000);
    expect(blocks.at(-1)!.cell).toEqual({ table: 1, row: 100, column: 50 });
  });

  it('with tags that leave out the empty ones', async () => {
    const there = cells.filter(({ r, c }) => r === 0 || (c * 7 + r) % 5 > 0);
    const { blocks } = await tagged(there);
    expect(blocks.map(({ cell }) => [cell!.row, cell!.column])).toEqual(
      there.map(({ r, c }) => [r + 1, c + 1]),
    );
  });

  it('without a rule', async () => {
    const { blocks } = await onePage(cells.map((cell) => show(cell.text, cell.x, cell.y, cell.size)));
    const found = wordsOf(inOne(blocks));
    expect(found).toHaveLength(5000);
    expect(new Set(found).size).toBe(columns);
  });
});

describe('overlapping columns', () => {
  it('lose no word, three of them', async () => {
    const sides = ['left', 'middle', 'right'];
    const page = Array.from({ length: 55 }, (_, i) =>
      sides.map((side, k) => show(`${side}${i}x and more of it`, 40 + 115 * k, 780 - 13 * i - 4 * k)),
    );
    const { blocks } = await onePage(page.flat());
    const all = inOne(blocks);
    for (const side of sides) for (let i = 0; i < 55; i++) expect(all).toContain(`${side}${i}x`);
  });

  it('at any position and in any size: every page ends', async () => {
    const any = numbers();
    const page = Array.from({ length: 700 }, (_, i) =>
      show(`a${i} words`, 20 + any() * 500, 20 + any() * 760, 6 + any() * 14),
    );
    const { blocks } = await onePage(page);
    expect(blocks.length).toBeGreaterThan(0);
  });
});

describe('text that is not upright', () => {
  it('at 46 degrees all over the page is read line by line', async () => {
    const own = Array.from({ length: 40 }, (_, i) => `slanted${i} words go on`);
    // Each line is 14 points below the one before, perpendicular to its direction.
    const [dx, dy] = [14 * Math.sin((46 * Math.PI) / 180), -14 * Math.cos((46 * Math.PI) / 180)];
    const { blocks } = await onePage(own.map((line, i) => turned(line, 46, 60 + i * dx, 600 + i * dy)));
    const inside = own.filter((_, i) => 600 + i * dy > 0 && 60 + i * dx < 500);
    expect(inOne(blocks)).toContain(inside.join(' '));
  });

  it('at 46 degrees across a text is kept out of it', async () => {
    const { blocks } = await onePage([...text, turned('CONFIDENTIAL', 46, 150, 250)]);
    expect(inOne(blocks.filter((block) => !block.text.includes('CONFIDENTIAL')))).toBe(lines.join(' '));
    expect(blocks.map((block) => block.text)).toContain('CONFIDENTIAL');
  });

  it('5,000 words, each at a different angle', async () => {
    const any = numbers();
    const page = Array.from({ length: 5000 }, (_, i) =>
      turned(`w${i}`, (i * 7.3) % 360, 30 + any() * 500, 30 + any() * 700),
    );
    const { blocks } = await onePage(page);
    expect(blocks.length).toBeGreaterThan(1000);
  });
});

describe('endless tags', () => {
  it('an array that contains itself', async () => {
    const { blocks, structure } = await read(
      buildTagged({
        pages: [[{ text: 'a sentence', y: 700, mcid: 0 }]],
        tree: [
          '<< /Type /StructTreeRoot /K 1001 0 R >>',
          '<< /S /P /Pg 100 0 R /K 1002 0 R >>',
          '[1002 0 R 0 1002 0 R 1001 0 R]',
        ],
      }),
    );
    expect([inOne(blocks), structure]).toEqual(['a sentence', 'layout']);
  });
});
