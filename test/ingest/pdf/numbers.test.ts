/**
 * Absurdly large numbers, wherever a page has numbers: the page is read or refused, and some text is read in the end.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/document.ts';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { amount } from '../../amount.ts';
import { buildPdf } from './build.ts';

/** Two columns of text, and below them a ruled table of two rows. */
const words = (x: number, y: number, text: string) =>
  `BT /L 12 Tf 1 0 0 1 ${x} ${y} Tm 0 Tc 0 Ts (${text}) Tj ET`;
const page = [
  ...[700, 686, 672, 658].flatMap((y) => [
    words(50, y, `left column ${y}`),
    words(320, y, `right column ${y}`),
  ]),
  '1 0 0 1 0 0 cm 50 600 m 550 600 l S 50 560 m 550 560 l S 50 520 m 550 520 l S',
  '50 520 m 50 600 l S 300 520 m 300 600 l S 550 520 m 550 600 l S',
  '40 500 520 1 re f',
  words(60, 580, 'one'),
  words(310, 580, 'two'),
  words(60, 540, 'three'),
  words(310, 540, 'four'),
].join('\n');
const parts = page.split(/(?<![\w.])(-?\d+)(?![\w.])/);
const numbers = parts.length >> 1;
const nasty = [
  '0',
  '-1',
  '1e38',
  '-1e38',
  '99999999999999999999',
  '-99999999999999999999',
  '1e999',
  '0.0000001',
  '16777216',
];
const given = { layer: 'auto', file: 'given.pdf' } as const;

async function read(content: string, box = '[0 0 600 800]') {
  const bytes = buildPdf({ pages: [content, words(50, 400, 'another page')] });
  const text = Buffer.from(bytes).toString('latin1').replace('[0 0 600 800]', box);
  return await readPdf(new Uint8Array(Buffer.from(text, 'latin1')), given);
}

describe('absurd numbers', () => {
  it('may be in the text and the rules of a page that is read', async () => {
    const { blocks } = await read(page);
    expect(blocks.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['one', 'two', 'three', 'four']),
    );
  });

  it('never prevent a page from being read or refused', async () => {
    const changes = fc.array(fc.tuple(fc.nat(numbers - 1), fc.constantFrom(...nasty)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const other = [...parts];
        for (const [at, number] of changed) other[2 * at + 1] = number;
        try {
          expect((await read(other.join(''))).blocks.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(IngestError);
        }
      }),
      { numRuns: amount(30, 1000) },
    );
  });

  it.each(['[0 0 9e9 9e9]', '[9e9 0 0 9e9]', '[0 0 1e999 1]', '[-9e9 0 9 9e9]', '[0 0 0 0]'])(
    'may be the box of a page: %s',
    async (box) => {
      try {
        expect((await read(page, box)).blocks.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(IngestError);
      }
    },
  );
});
