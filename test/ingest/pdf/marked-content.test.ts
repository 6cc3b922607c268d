/** The marked pieces of a content stream, whatever comes between them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDict, Lexer, markedContent } from '../../../src/ingest/readers/pdf/open/syntax.ts';
import { amount } from '../../amount.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
/** A name, or the identifier in a dictionary; null for an operand that is neither. */
const operands = (content: string) =>
  markedContent(bytes(content)).map((value) => {
    if (typeof value === 'string') return value;
    return isDict(value) ? (value.get('/MCID') ?? 'dictionary') : null;
  });

describe('operands of marked content', () => {
  it.each<[string, string, unknown[]]>([
    ['a dictionary', '/P <</MCID 7>>BDC (text) Tj EMC', [7]],
    ['a name', '/OC /MC0 BDC EMC', ['/MC0']],
    ['several', '/P <</MCID 1>> BDC EMC /P <</MCID 2>> BDC EMC', [1, 2]],
    ['not the words of a string', '(BDC /P <</MCID 1>> BDC) Tj /P <</MCID 2>> BDC', [2]],
    ['not after an escaped bracket', '(\\) BDC \\( ) Tj /P <</MCID 2>> BDC', [2]],
    ['nor those of one in brackets', '((BDC) BDC) Tj /P <</MCID 2>> BDC', [2]],
    ['not those of an array', '[(BDC) 3 <42444344>] TJ /P <</MCID 2>> BDC', [2]],
    ['not those of a comment', '% BDC\n/P <</MCID 2>> BDC', [2]],
    ['an unterminated string', '/P <</MCID 2>> BDC (text', [2]],
    ['an unterminated hexadecimal string', '/P <</MCID 2>> BDC <4142', [2]],
    ['neither a name nor a dictionary', '/P 12 BDC', [null]],
    ['an operator that only begins like that', '/P <</MCID 2>> BDCX', []],
    ['after an inline image', 'BI /W 1 /H 1 ID \x00BDC(((\x00 EI /P <</MCID 2>> BDC', [2]],
  ])('%s', (_, content, expected) => {
    expect(operands(content)).toEqual(expected);
  });

  it('equal those found by reading every value', () => {
    /** The slow way: every value is read. */
    const slowly = (content: string) => {
      const lexer = new Lexer(bytes(content));
      const found: unknown[] = [];
      let last: unknown;
      for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
        if (typeof value === 'object' && value !== null && 'op' in value) {
          if (value.op === 'BDC')
            found.push(typeof last === 'string' || last instanceof Map ? last : undefined);
          last = undefined;
        } else last = value;
      }
      return found;
    };
    const parts = [
      '/P',
      '<</MCID 4>>',
      'BDC',
      'EMC',
      '(a(b)\\)c)',
      '<41 4>',
      '[(x) -3]',
      '12.5',
      'Tj',
      '%BDC\n',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (chosen) => {
        const content = chosen.join(' ');
        expect(markedContent(bytes(content))).toEqual(slowly(content));
      }),
      { numRuns: amount(100, 5000) },
    );
  });
});
