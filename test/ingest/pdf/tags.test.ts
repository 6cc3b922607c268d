/** Tagged PDFs: what their tags give; wrong tags are rejected, and the text is the same as without them. */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { amount } from '../../amount.ts';
import { buildTagged, flatTree, type Line } from './tagged.ts';

const read = (pages: Line[][], tree: string[]) =>
  readPdf(buildTagged({ pages, tree }), { layer: 'auto', file: 'tagged.pdf' });

/** Paragraphs of three lines: two full ones and a short one. */
const words = ['meeting', 'states', 'council', 'report', 'weapons', 'measures'];
const paragraphs = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [
    `The ${words[i % 6]} of the year ${i} went on for days and the members of all committees spoke at`,
    `length about the ${words[(i + 1) % 6]} of number ${i} that they had before them and agreed at the very end on`,
    `what was to be done about ${i}.`,
  ]);

/** One line below the other, numbered; `mark` gives the piece of a line by its paragraph and its own number. */
function pageOf(texts: string[][], mark: (paragraph: number, line: number) => Line['mcid']): Line[] {
  let line = 0;
  let y = 770;
  return texts.flatMap((lines, p) => {
    y -= 8;
    return lines.map((text): Line => {
      y -= 14;
      return { text, y, mcid: mark(p, line++) };
    });
  });
}

const texts = paragraphs(8);
const page = pageOf(texts, (p) => p);
const identifiers = texts.map((_, i) => i);
const outcome = async (tree: string[], pages = [page]) => {
  const { blocks, structure, warnings } = await read(pages, tree);
  return { texts: blocks.map((block) => block.text), structure, codes: warnings.map(({ code }) => code) };
};
const plain = async (pages = [page]) => {
  const unmarked = pages.map((lines) => lines.map(({ mcid, ...line }) => line));
  return (await outcome([], unmarked)).texts;
};

describe('correct tags', () => {
  it('give the paragraphs, and the report says so', async () => {
    const read = await outcome(flatTree(identifiers));
    expect(read).toEqual({ texts: texts.map((lines) => lines.join(' ')), structure: 'tags', codes: [] });
  });

  it('give headings, items with their labels, cells and notes', async () => {
    const lines: Line[] = [
      { text: 'First part', y: 760, mcid: 0 },
      { text: 'A sentence that calls a note.', y: 730, mcid: 1 },
      { text: '-', y: 700, mcid: 2 },
      { text: 'One thing', x: 70, y: 700, mcid: 3 },
      { text: 'Name', y: 660, mcid: 4 },
      { text: 'Value', x: 300, y: 660, mcid: 5 },
      { text: 'of two', y: 646, mcid: 4 },
      { text: '7', y: 600, mcid: 6 },
      { text: 'What the note says.', x: 70, y: 600, mcid: 7 },
      { text: 'The last sentence.', y: 580, mcid: 8 },
      { text: '12', x: 290, y: 30, mcid: 'artifact' },
    ];
    const element = (type: string, kids: string) => `<< /S /${type} /Pg 100 0 R /K ${kids} >>`;
    const { blocks, furniture, structure } = await read(
      [lines],
      [
        `<< /Type /StructTreeRoot /K 1001 0 R /RoleMap << /Kopf /Zwischen /Zwischen /H2 >> >>`,
        element('Document', `[${Array.from({ length: 6 }, (_, i) => `${1002 + i} 0 R`).join(' ')}]`),
        element('Kopf', '0'),
        element('P', '1'),
        element(
          'L',
          `[${element('LI', `[${element('Lbl', '2')} ${element('LBody', `[${element('P', '3')}]`)}]`)}]`,
        ),
        element(
          'Table',
          `[${element('TR', `[${element('TH', '4')} ${element('TD', `[${element('P', '5')}]`)}]`)}]`,
        ),
        element('Note', `[${element('Lbl', '6')} ${element('P', '7')}]`),
        element('P', `[${element('Span', '8')}]`),
      ],
    );
    expect(structure).toBe('tags');
    expect(furniture).toEqual(['12']);
    expect(blocks).toMatchObject([
      { text: 'First part', kind: 'heading', level: 2 },
      { text: 'A sentence that calls a note.' },
      { text: 'One thing', label: '-', level: 1 },
      { text: 'Name of two', kind: 'table', cell: { table: 1, row: 1, column: 1 } },
      { text: 'Value', kind: 'table', cell: { table: 1, row: 1, column: 2 } },
      { text: 'The last sentence.' },
      { text: 'What the note says.', kind: 'footnote', noteNumber: 7 },
    ]);
  });

  it('connect a paragraph from the bottom of one column to the top of the next', async () => {
    const column = (x: number, from: number, to: number, mcid: number): Line[] =>
      Array.from({ length: to - from }, (_, i) => ({
        text: `line ${from + i} of the text of this paper,`,
        x,
        y: 700 - 14 * i,
        mcid,
      }));
    const lines = [
      ...column(50, 0, 10, 0),
      ...column(320, 10, 18, 0),
      { text: 'Then the end.', x: 320, y: 560, mcid: 1 },
    ];
    const { texts: found } = await outcome(flatTree([0, 1]), [lines]);
    const all = Array.from({ length: 18 }, (_, i) => `line ${i} of the text of this paper,`);
    expect(found).toEqual([all.join(' '), 'Then the end.']);
  });
});

describe('a title broken by hand', () => {
  const element = (type: string, kids: string) => `<< /S /${type} /Pg 100 0 R /K ${kids} >>`;
  const alone = (mcid: number) => element('NonStruct', String(mcid));
  /** Two lines above the text, in one element each; `around` puts these together. */
  const title = async (size: number, leading: number, around: (first: string, second: string) => string) => {
    const lines: Line[] = [
      { text: 'Report of the session', y: 690 + leading * size, size, mcid: 90 },
      { text: 'held in spring', y: 690, size, mcid: 91 },
    ];
    const { texts: found, structure } = await outcome(
      [
        '<< /Type /StructTreeRoot /K 1001 0 R >>',
        element(
          'Document',
          `[${around(alone(90), alone(91))} ${identifiers.map((i) => element('P', String(i))).join(' ')}]`,
        ),
      ],
      [[...lines, ...page.map((line) => ({ ...line, y: line.y - 120 }))]],
    );
    expect(structure).toBe('tags');
    expect(found.slice(-8)).toEqual(texts.map((own) => own.join(' ')));
    return found.slice(0, -8);
  };
  const one = (first: string, second: string) => element('NonStruct', `[${first} ${second}]`);
  const whole = ['Report of the session held in spring'];
  const apart = ['Report of the session', 'held in spring'];

  it.each([
    ['as close as DejaVu sets it', 24, 1.2, one, whole],
    ['as wide as Noto Sans Arabic sets it', 16, 2.12, one, whole],
    ['with an empty line between', 24, 2.4, one, apart],
    ['in the size of the text', 12, 1.5, one, apart],
    ['a little larger than the text', 14, 1.5, one, apart],
    [
      'in two elements',
      24,
      1.5,
      (first: string, second: string) => `${one(first, '')} ${one(second, '')}`,
      apart,
    ],
    [
      'in two divisions',
      24,
      1.5,
      (first: string, second: string) => `${element('Div', `[${first}]`)} ${element('Div', `[${second}]`)}`,
      apart,
    ],
  ] as const)('%s', async (_, size, leading, around, expected) => {
    expect(await title(size, leading, around)).toEqual(expected);
  });
});

describe('wrong tags', () => {
  const doubted = async (tree: string[], pages = [page]) => {
    const read = await outcome(tree, pages);
    expect(read.texts).toEqual(await plain(pages));
    expect([read.structure, read.codes]).toEqual(['layout', ['tags_not_used']]);
  };
  const root = (kids: string, rest = '') => `<< /Type /StructTreeRoot /K ${kids} ${rest} >>`;
  const p = (kids: string | number, of = 100) => `<< /S /P /Pg ${of} 0 R /K ${kids} >>`;
  const flat = flatTree(identifiers);

  it.each<[string, string[]]>([
    ['a tree without a page', [root('[]')]],
    ['an element that contains itself', [root('1001 0 R'), '<< /S /Document /K [1001 0 R] >>']],
    [
      'a loop over three',
      [root('1001 0 R'), '<< /S /P /K 1002 0 R >>', '<< /S /P /K 1003 0 R >>', '<< /S /P /K 1001 0 R >>'],
    ],
    ['a tree of half the text', flatTree(identifiers.slice(0, 4))],
    ['pieces that do not exist', flatTree([20, 21, 22])],
    ['pieces of another page', flatTree(identifiers, 'P', 102)],
    ['the last paragraph first', flatTree(identifiers.toReversed())],
    ['two paragraphs out of order', flatTree([0, 1, 2, 4, 3, 5, 6, 7])],
    ['one tag for all', [root('1001 0 R'), p(`[${identifiers.join(' ')}]`)]],
    ['pieces that many elements claim', flatTree([0, 1, 2, 3, 4, 5, 6, 7, 3, 4])],
  ])('are not used: %s', async (_, tree) => doubted(tree));

  it('are not used: one element for each line', async () => {
    const lines = pageOf(texts, (_, line) => line);
    await doubted(flatTree(lines.map((_, i) => i)), [lines]);
  });

  it('are not used: identifiers that repeat over the page', async () => {
    const lines = pageOf(texts, (_, line) => line % 3);
    await doubted(flatTree([0, 1, 2]), [lines]);
  });

  it('are not used: most of the text is marked as an artifact', async () => {
    const lines = pageOf(texts, (paragraph) => (paragraph === 4 ? 0 : 'artifact'));
    await doubted(flatTree([0]), [lines]);
  });

  it('are not used: far too many elements for one page', async () => {
    for (const count of [20_000, amount(100_000, 1_000_000)]) {
      const kids = Array.from({ length: count }, (_, i) => `<</S/P/K ${i}>>`).join('');
      await doubted([root('1001 0 R'), `<< /S /Document /Pg 100 0 R /K [${kids}] >>`]);
    }
  }, 60_000);

  it('are not used: 100,000 objects that are elements', async () => {
    await doubted(flatTree(Array.from({ length: 100_000 }, (_, i) => i)));
  }, 60_000);

  it('are walked to any depth', async () => {
    const depth = 10_000;
    const chain = Array.from({ length: depth }, (_, i) => `<< /S /Div /K ${1002 + i} 0 R >>`);
    const leaf = `<< /S /Document /K [${identifiers.map((i) => p(i)).join(' ')}] >>`;
    const read = await outcome([root('1001 0 R'), ...chain, leaf]);
    expect(read.texts).toEqual(texts.map((lines) => lines.join(' ')));
    await doubted([root('1001 0 R'), ...chain, p(`[${identifiers.join(' ')}]`)]);
  }, 60_000);

  it('do no harm with a circular role map', async () => {
    const roles = '/RoleMap << /P /A /A /B /B /P >>';
    const read = await outcome([flat[0]!.replace('/K', `${roles} /K`), ...flat.slice(1)]);
    expect(read).toEqual({ texts: texts.map((lines) => lines.join(' ')), structure: 'tags', codes: [] });
  });
});
