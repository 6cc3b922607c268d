/** Pages that white space and rules divide, read without their tags; and pages that nobody would print. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { amount } from '../../amount.ts';
import { buildPdf } from './build.ts';

const read = (bytes: Uint8Array) => readPdf(bytes, { layer: 'auto', file: 'page.pdf' });
/** The same file as if it had no tags: the entry gets another name of the same length. */
function untagged(name: string): Uint8Array {
  const bytes = readFileSync(new URL(`files/kinds/${name}.pdf`, import.meta.url));
  const text = bytes.toString('latin1').replaceAll('/StructTreeRoot', '/StructTreeNone');
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
const show = (text: string, x: number, y: number) => `BT /L 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const line = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S`;

describe('columns', () => {
  it('reads the right one first in an Arabic text, with complete paragraphs', async () => {
    const { blocks, structure } = await read(untagged('two-columns'));
    expect(structure).toBe('layout');
    const starts = blocks.map(({ text }) => /^المادة (\d+)/u.exec(text)?.[1]).filter((n) => n !== undefined);
    expect(starts).toEqual(Array.from({ length: 16 }, (_, i) => String(i + 1)));
    expect(blocks.filter(({ text }) => text.startsWith('–'))).toHaveLength(8);
    expect(blocks).toHaveLength(26);
  });

  it('reads the left one first in an English text', async () => {
    const words = 'the committee shall meet once in every year';
    const page = Array.from({ length: 8 }, (_, i) => [
      show(`L${i} ${words}`, 50, 700 - 14 * i),
      show(`R${i} ${words}`, 320, 700 - 14 * i),
    ]).flat();
    const { blocks } = await read(buildPdf({ pages: [page.join('\n')] }));
    const order = blocks.flatMap(({ text }) => text.match(/[LR]\d/gu) ?? []);
    expect(order).toEqual([...'01234567'].map((n) => `L${n}`).concat([...'01234567'].map((n) => `R${n}`)));
  });
});

describe('paragraphs', () => {
  it('does not count a first-line indent as free space', async () => {
    expect((await read(untagged('indent-ragged'))).blocks).toHaveLength(7);
  });

  it('reads an English line of an Arabic text from the left', async () => {
    const texts = (await read(untagged('ltr-line'))).blocks.map(({ text }) => text);
    expect(texts).toContain('The word بستان means an orchard in this report.');
    expect(texts).toContain('See the manual of شجرة Ltd (Beirut, 2011), p. 12.');
  });
});

describe('tables', () => {
  it('returns each cell as one block with its position', async () => {
    const cells = (await read(untagged('table-of-lines'))).blocks.filter(({ cell }) => cell !== undefined);
    expect(cells.map(({ cell }) => `${cell!.table}.${cell!.row}.${cell!.column}`)).toEqual(
      [1, 2, 3].flatMap((row) => [1, 2, 3].map((column) => `1.${row}.${column}`)),
    );
    expect(cells[4]!.text).toMatch(/^تشرف .* في كل ناحية\.$/u);
  });

  it('continues the row count if a table continues, and leaves out its repeated header', async () => {
    const table = (rows: string[][]) =>
      [
        ...rows.flatMap((row, r) => row.map((text, c) => show(text, 110 + 200 * c, 682 - 20 * r))),
        ...Array.from({ length: rows.length + 1 }, (_, r) => line(100, 695 - 20 * r, 500, 695 - 20 * r)),
        ...[100, 300, 500].map((x) => line(x, 695, x, 695 - 20 * rows.length)),
      ].join('\n');
    const head = ['Name', 'Share'];
    const { blocks } = await read(
      buildPdf({ pages: [table([head, ['north', '1']]), table([head, ['south', '2']])] }),
    );
    expect(blocks.map(({ text, cell }) => [text, cell?.table, cell?.row, cell?.column])).toEqual([
      ...[
        ['Name', 1, 1, 1],
        ['Share', 1, 1, 2],
        ['north', 1, 2, 1],
        ['1', 1, 2, 2],
        ['south', 1, 3, 1],
        ['2', 1, 3, 2],
      ],
    ]);
  });

  const places = ({ blocks }: Awaited<ReturnType<typeof read>>) =>
    blocks.map(({ text, cell }) => (cell ? `${cell.table}.${cell.row}.${cell.column} ${text}` : text));
  /**
   * Rows below each other from y on: each cell's lines, 14 points apart; 24 from row to row, with a rule between them
   * if requested.
   */
  const rows = (all: string[][][], y: number, ruled: boolean, ends = ruled) => {
    const out: string[] = ruled ? [line(50, y + 14, 530, y + 14)] : [];
    all.forEach((cells, r) => {
      cells.forEach((lines, c) => {
        lines.forEach((text, k) => {
          if (text !== '') out.push(show(text, 55 + 160 * c, y - 14 * k));
        });
      });
      y -= 14 * (Math.max(...cells.map((lines) => lines.length)) - 1) + 24;
      if (ruled && (ends || r + 1 < all.length)) out.push(line(50, y + 14, 530, y + 14));
    });
    return out;
  };
  const text = 'The committee shall meet once in every year, as it did in the years before this one.';
  const table = [
    [['Name'], ['Duty'], ['Remark']],
    [['north'], ['keeps the wells and', 'the channels of the', 'district'], ['']],
    [['south'], [''], ['may be asked for', 'help']],
    [['east and', 'west'], ['plants trees'], ['from next year']],
  ];
  const cells = [
    '1.1.1 Name',
    '1.1.2 Duty',
    '1.1.3 Remark',
    '1.2.1 north',
    '1.2.2 keeps the wells and the channels of the district',
    '1.3.1 south',
    '1.3.3 may be asked for help',
    '1.4.1 east and west',
    '1.4.2 plants trees',
    '1.4.3 from next year',
  ];

  it.each([true, false])(
    'separates rows by the rules between them, otherwise by white space (rules: %s)',
    async (ruled) => {
      const page = [
        show(text, 50, 730),
        ...rows(table, 690, ruled),
        show('A note.', 50, 500),
        show(text, 50, 480),
      ];
      const found = places(await read(buildPdf({ pages: [page.join('\n')] })));
      expect(found).toEqual([text, ...cells, 'A note.', text]);
    },
  );

  it.each([true, false])('joins a row that is broken at the end of a page (rules: %s)', async (ruled) => {
    const first = [...table.slice(0, 3), [['east and'], ['plants trees'], ['from next year']]];
    const [before, after] = [first, [[['west'], [''], ['']]]];
    const pages = [
      [show(text, 50, 730), ...rows(before, 690, ruled, false)],
      [...rows([...after, [['all'], ['meet once'], ['a year']]], 730, false), show(text, 50, 600)],
    ];
    const found = places(await read(buildPdf({ pages: pages.map((page) => page.join('\n')) })));
    expect(found).toEqual([text, ...cells, '1.5.1 all', '1.5.2 meet once', '1.5.3 a year', text]);
  });

  describe('without rules, in which cells have different numbers of lines', () => {
    const words = 'the committee shall meet once in every year';
    /** Numbers of lines of the two cells of each row; the right one begins so many points lower. */
    const cells = (rows: readonly (readonly [number, number])[], lower = 0) => {
      let top = 740;
      const page = rows.flatMap((counts, r) => {
        const drawn = counts.flatMap((count, c) =>
          Array.from({ length: count }, (_, l) =>
            show(`${r}${'ab'[c]}${l} ${words}`, 50 + 270 * c, top - 13 * l - lower * c),
          ),
        );
        top -= 13 * Math.max(...counts) + 9;
        return drawn;
      });
      return buildPdf({ pages: [page.join('\n')] });
    };
    const uneven = [3, 1, 3, 1, 3, 1].map((n): [number, number] => [n, 4 - n]);

    it('is a table if enough rows begin at one height', async () => {
      const { blocks } = await read(cells(uneven));
      expect(blocks.map(({ cell }) => [cell?.row, cell?.column])).toEqual(
        uneven.flatMap((_, r) => [1, 2].map((column) => [r + 1, column])),
      );
      expect(blocks.map(({ text }) => text.match(/\d[ab]\d/gu)?.length)).toEqual(uneven.flat());
    });

    it.each([
      ['a few rows', cells(uneven.slice(1))],
      ['rows whose cells begin at different heights', cells(uneven, 5)],
    ])('is columns of text with %s', async (_, bytes) => {
      const { blocks } = await read(bytes);
      expect(blocks.filter(({ cell }) => cell !== undefined)).toEqual([]);
      const order = blocks.flatMap(({ text }) => text.match(/[ab](?=\d)/gu) ?? []).join('');
      expect(order).toMatch(/^a+b+$/u);
    });
  });

  it('reads five thousand cells', async () => {
    const [rows, columns] = [100, 50];
    const page = [
      ...Array.from({ length: rows + 1 }, (_, r) => line(50, 750 - 7 * r, 550, 750 - 7 * r)),
      ...Array.from({ length: columns + 1 }, (_, c) => line(50 + 10 * c, 750, 50 + 10 * c, 50)),
      ...Array.from({ length: rows * columns }, (_, i) => {
        const [r, c] = [Math.floor(i / columns), i % columns];
        return `BT /L 4 Tf 1 0 0 1 ${51 + 10 * c} ${745 - 7 * r} Tm (x${c}) Tj ET`;
      }),
    ];
    const { blocks } = await read(buildPdf({ pages: [page.join('\n')] }));
    expect(blocks).toHaveLength(5000);
    expect(blocks.at(-1)).toMatchObject({ text: 'x49', cell: { row: 100, column: 50 } });
  });
});

describe('pages that nobody would print', () => {
  it('treats far too many rules as a drawing, says so and reads the text', async () => {
    const rules = Array.from({ length: amount(21_000, 100_000) }, (_, i) => line(50, i % 800, 550, i % 800));
    const { blocks, warnings } = await read(
      buildPdf({ pages: [[...rules, show('a sentence', 50, 700)].join('\n')] }),
    );
    expect(blocks.map(({ text }) => text)).toEqual(['a sentence']);
    expect(warnings.map(({ code }) => code)).toContain('too_many_rules');
  });

  it('loses no word if columns overlap', async () => {
    const page = Array.from({ length: 10 }, (_, i) => [
      show(`left${i} and some more words that go on and on`, 50, 700 - 14 * i),
      show(`right${i} and some more words`, 150, 693 - 14 * i),
    ]).flat();
    const { blocks } = await read(buildPdf({ pages: [page.join('\n')] }));
    const text = blocks.map((block) => block.text).join(' ');
    for (let i = 0; i < 10; i++) for (const side of ['left', 'right']) expect(text).toContain(`${side}${i}`);
  });

  it('keeps text at 46 degrees separate', async () => {
    const slanted = 'BT /L 10 Tf 0.6947 0.7193 -0.7193 0.6947 200 300 Tm (slanted words) Tj ET';
    const { blocks } = await read(
      buildPdf({ pages: [[show('upright words', 50, 420), slanted].join('\n')] }),
    );
    expect(blocks.map(({ text }) => text)).toEqual(['upright words', 'slanted words']);
  });
});
