/** Examples that fix the numbers for separating the report's own count from lists inside it. */
import type { Block } from '../../../src/ingest/document.ts';
import { structure } from '../../../src/ingest/structure/index.ts';
import { type NumberCandidate, ownNumbers } from '../../../src/ingest/structure/sequence.ts';
import { type Example, hold } from './examples.ts';

const token = /^(#?)(_?)([.:؛،]?)(\d+)(?:@(\w+)\.(\d))?$/u;

/**
 * Numbers as printed, each after the sign that ends the block before it. `#` is a heading before it, `_` text between
 * it and the number before, `@m.1` an automatic list and its level.
 */
function candidate(text: string): NumberCandidate {
  const [, heading, between, endBefore = '', value, list, level] = token.exec(text)!;
  return {
    value: Number(value),
    repeated: false,
    headingBefore: heading !== '',
    adjacent: heading === '' && between === '',
    endBefore,
    list,
    level: level === undefined ? undefined : Number(level),
  };
}

/** Numbers in brackets are not the report's own. */
function own(says: string, text: string, ...of: string[]): Example {
  return { says, of, read: () => bracket(text.replace(/[()]/gu, '').split(' ')), gives: text };
}

function bracket(numbers: readonly string[]): string {
  const own = ownNumbers(numbers.map(candidate));
  return numbers.map((number, i) => (own[i] ? number : `(${number})`)).join(' ');
}

/** How many paragraphs have a number of their own in a text with this many, of which the first are numbered. */
const numbered = (count: number, all: number) =>
  structure({
    format: 'docx',
    layer: 'logical',
    damage: 'none',
    blocks: Array.from(
      { length: all },
      (_, i): Block => ({
        text: `${i < count ? `${i + 1} - ` : ''}نظرت اللجنة في الوثيقة.`,
        kind: 'paragraph',
      }),
    ),
    furniture: [],
    warnings: [],
  }).drafts.filter(({ number }) => number !== null).length;

hold('numbers', [
  own('a count continues over text and a gap', '_.1 _.4', 'next', 'first', 'gap', 'listOpens'),
  own('a list may begin in the first paragraph', '_.11 (:1)', 'next'),
  own('a single number far from 1 is the report’s', '#_32', 'first', 'listOther'),
  own('a few numbers may be missing after the first', '_.1 .6 .7', 'firstLater'),
  own('an extract may begin at 18', '_.18 (:1)', 'firstLater', 'colon'),
  own('two points quoted from elsewhere do not begin a count', '_.1 (:19) (.20)', 'firstLatest'),
  own('an extract may begin at 41', '_.41', 'firstLatest'),
  own('twenty numbers may be missing', '_.1 #_2 .27 #_28 #_29', 'missing'),
  own(
    'before paragraph 41, forty numbers are not missing: what comes there is an agenda',
    '(#_.1) (؛2) (.3) (.4) (.5) #_41 (.1) (؛2) .42 _.43 #_44',
    'missing',
  ),
  own('a number in a quotation leaves no gap', '_.1 _.2 (_.8)', 'gap', 'eachMissing'),
  own('three numbers may be missing', '_.1 _.5', 'eachMissing'),
  own('a semicolon is inside a list', '_.1 (:1) (؛2)', 'listMark'),
  own('a comma may precede a report’s number', '_.45 ،46', 'listMark'),
  own('a colon may precede a report’s number', '#_1 .2 _.3 _:5', 'colon'),
  own('a list continues to its end', '#_1 (#_:1) (؛2) (؛3) (؛4) #_20 #_21', 'listGoesOn'),
  own('a paragraph may come where the list could continue', '#_1 .2 (:1) (؛2) ؛3 #_4', 'listGoesOn'),
  own('sentences of a list end in full stops', '_.1 .4 (:1) (.2)', 'listStopped'),
  own('a full stop may end a list', '_.1 (:1) .2', 'listStopped'),
  own('numbers of one automatic list may have a gap', '_.1@m.1 _.7@m.1', 'sameList'),
  own('an inner automatic list has its own numbers', '#_1@m.1 (.5@l.1) (؛6@l.1)', 'sameList', 'otherList'),
  own(
    'the report’s count may continue in another automatic list',
    '_.1@m.1 _.2@m.1 .3@m.1 .9@n.1 .10@n.1',
    'otherList',
  ),
  own('a deeper level begins a list', '_.43@m.1 (:1@l.2)', 'deeper'),
  own('an entire report may be at a deeper level', '_.17@m.2', 'deeper'),
  own('a list ends', '_.4 (.1) (؛2)', 'listNext'),
  own('a list of one item', '_.43 .44 (#_:1)', 'listNext'),
  own('headings come between a report’s numbers', '#_1 _.2 #_23 #_24', 'listHeading'),
  own('a heading may be in a list', '_.6 (.1) (#_؛2) #_7', 'listHeading'),
  own('a list may begin without a colon', '#_1 (.1) (؛2)', 'listOpens'),
  own('a report’s count begins below a heading', '(#_:1) (.2) #_1', 'listOpensAtHeading'),
  own('a list may begin below a heading', '#_38 (#_.1) #_39', 'listOpensAtHeading'),
  own('a count with a gap begins no list before it', '_.1 #_6 (:1)', 'listOpen'),
  own('a list may be in a list', '_.1 (:1) (:1) _.2', 'listOpen'),
  own('a stray number is not a paragraph’s', '_.1 (.12)', 'listOther'),
  own('a paragraph may have a list without a colon before it', '_.1 (.1)', 'restarts'),
  own('articles that each have a 1 are a law’s', '(#_.1) (#_.1) (#_.1) (#_.1)', 'restarts'),
  own(
    'three lists without a colon before them may be in a long report',
    '_.1 .2 .3 (.1) _.4 .5 .6 (.1) _.7 .8 .9 .10 (.1) _.11 .12 .13 .14 .15 .16',
    'restartShare',
  ),
  own(
    'three articles that restart their numbers and a long one are a law’s',
    '(#_.1) (.2) (.3) (.4) (.5) (.6) (.7) (.8) (.9) (.10) (#_.1) (.2) (#_.1) (.2) (#_.1)',
    'restartShare',
  ),
  {
    says: 'five numbers in two hundred paragraphs are the report’s',
    of: ['numberedShare'],
    read: () => numbered(5, 200),
    gives: 5,
  },
  {
    says: 'three are notes or figures',
    of: ['numberedShare'],
    read: () => numbered(3, 200),
    gives: 0,
  },
]);
