/**
 * The content of a segment: whole reports, their paragraphs, and for each profile the words and the arrays over them.
 * All numbers are local to the segment: reports and paragraphs from 0, words in code-unit order, positions with one
 * separator after each paragraph. A position means the same under every profile.
 */
import { foldWord, type Lexicon, type Profile, stemWord, words } from 'arabic-normalizer';
import { paragraphKinds } from '../../report/index.ts';
import type { StoreReader } from '../../store/types.ts';
import { buildArrays, type ProfileArrays, type TokenStream } from './arrays.ts';

export interface SegmentContent {
  /** Ids of the reports. */
  reports: readonly string[];
  /** First paragraph, and position of the first token, of each report; one entry more than reports. */
  firstOf: Uint32Array;
  startOf: Uint32Array;
  /** Index into `paragraphKinds`, and row in the store, of each paragraph. */
  kindOf: Uint8Array;
  rowOf: Uint32Array;
  /** Position of each paragraph's first token; one entry more than paragraphs. */
  tokenStart: Uint32Array;
  /** Exact word id + 1 at each position; 0 after each paragraph. */
  tokens: Uint32Array;
  /** Each profile on request: they need not all be in memory at once. */
  profile(profile: Profile): ProfileContent;
}

export interface ProfileContent {
  words: readonly string[];
  /** Sorts all suffixes: most of the work. */
  arrays(): ProfileArrays;
  /** Null under `exact`. */
  forms: Forms | null;
}

/** The spellings of a profile's words: the exact words that become each of them. */
export interface Forms {
  /** Word id of each exact word id. */
  ofExact: Uint32Array;
  /** Exact word ids grouped by the word that they become, in its order; those of word `w` start at `formFirst[w]`. */
  forms: Uint32Array;
  formFirst: Uint32Array;
}

/** A report's paragraphs, as returned by the store. */
export type ParagraphReader = Pick<StoreReader, 'scanReport'>;

/** Paragraphs done so far, and in total. */
export type ReadProgress = (done: number, total: number) => void;

/** The text of some reports as word numbers, tokenised once: other profiles are functions of the exact words. */
export interface ScannedReports extends Omit<SegmentContent, 'profile' | 'tokens'> {
  exact: TokenStream;
}

/**
 * Reads and tokenises reports. Memory: 4 bytes per token and the vocabulary.
 * @throws Error if a report does not have the paragraphs that the store says
 */
export function scanReports(
  reader: ParagraphReader,
  reports: readonly { id: string; paragraphs: number; words: number }[],
  progress: ReadProgress = () => {},
): ScannedReports {
  const ids = new Map<string, number>();
  const total = reports.reduce((sum, report) => sum + report.paragraphs, 0);
  let tokens = new Uint32Array(reports.reduce((sum, report) => sum + report.words, 0) + total);
  const firstOf = new Uint32Array(reports.length + 1);
  const startOf = new Uint32Array(reports.length + 1);
  const kindOf = new Uint8Array(total);
  const rowOf = new Uint32Array(total);
  const tokenStart = new Uint32Array(total + 1);
  let at = 0;
  let paragraph = 0;
  for (const [number, report] of reports.entries()) {
    for (const { kind, row, text, ordinal } of reader.scanReport(report.id)) {
      const inOrder = ordinal === paragraph - firstOf[number]! + 1;
      if (!inOrder) throw new Error(`paragraph ${report.id}:${ordinal} is out of order in the store`);
      const found = words(text, 'exact');
      if (at + found.length + 1 > tokens.length) tokens = grown(tokens, at + found.length + 1);
      for (const word of found) {
        let id = ids.get(word);
        if (id === undefined) {
          id = ids.size;
          ids.set(word, id);
        }
        tokens[at] = id + 1;
        at += 1;
      }
      tokens[at] = 0;
      at += 1;
      kindOf[paragraph] = paragraphKinds.indexOf(kind);
      rowOf[paragraph] = row;
      paragraph += 1;
      tokenStart[paragraph] = at;
      if (paragraph % 16384 === 0) progress(paragraph, total);
    }
    if (paragraph - firstOf[number]! !== report.paragraphs)
      throw new Error(`${report.id} does not have the paragraphs that the store lists`);
    firstOf[number + 1] = paragraph;
    startOf[number + 1] = at;
  }
  progress(paragraph, total);
  const exact = renamed([...ids.keys()], tokens.subarray(0, at)).stream;
  return { reports: reports.map(({ id }) => id), firstOf, startOf, kindOf, rowOf, tokenStart, exact };
}

/** `lexicon` is used by `stem` only. */
export function segmentContent(scanned: ScannedReports, lexicon: Lexicon | undefined): SegmentContent {
  const { exact, ...rest } = scanned;
  return {
    ...rest,
    tokens: exact.tokens,
    profile(profile) {
      const arraysOf = (stream: TokenStream) => () => buildArrays(stream, rest.startOf, rest.kindOf.length);
      if (profile === 'exact') return { words: exact.words, arrays: arraysOf(exact), forms: null };
      const { stream, newId } = renamed(formsUnder(exact.words, profile, lexicon), exact.tokens);
      const { words } = stream;
      return { words, arrays: arraysOf(stream), forms: groupForms(newId, words.length) };
    },
  };
}

function formsUnder(exact: readonly string[], profile: Profile, lexicon: Lexicon | undefined): string[] {
  const folded = exact.map((word) => foldWord(word));
  return profile === 'folded' ? folded : folded.map((word) => stemWord(word, lexicon));
}

/** The lists of forms from the word of each exact word. */
export function groupForms(ofExact: Uint32Array, words: number): Forms {
  const formFirst = new Uint32Array(words + 1);
  for (let form = 0; form < ofExact.length; form += 1) formFirst[ofExact[form]! + 1]! += 1;
  for (let word = 0; word < words; word += 1) formFirst[word + 1]! += formFirst[word]!;
  const next = formFirst.slice();
  const forms = new Uint32Array(ofExact.length);
  for (let form = 0; form < ofExact.length; form += 1) {
    forms[next[ofExact[form]!]!] = form;
    next[ofExact[form]!]! += 1;
  }
  return { ofExact, forms, formFirst };
}

/** Tokens with other word numbers: `forms` has what each old word becomes, `newId` the number of that. */
function renamed(
  forms: readonly string[],
  tokens: Uint32Array,
): { stream: TokenStream; newId: Uint32Array<ArrayBuffer> } {
  const words = [...new Set(forms)].sort(byCodeUnits);
  const ids = new Map(words.map((word, id) => [word, id]));
  const newId = Uint32Array.from(forms, (form) => ids.get(form)!);
  const renumbered = new Uint32Array(tokens.length);
  for (let position = 0; position < tokens.length; position += 1) {
    const token = tokens[position]!;
    renumbered[position] = token === 0 ? 0 : newId[token - 1]! + 1;
  }
  return { stream: { words, tokens: renumbered }, newId };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grown(tokens: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, tokens.length * 2));
  larger.set(tokens);
  return larger;
}

/** Paragraph of every 64th position. */
export function paragraphOf64(tokenStart: Uint32Array): Uint32Array {
  const length = tokenStart.at(-1)!;
  const paragraphs = new Uint32Array((length >>> 6) + 1);
  let paragraph = 0;
  for (let block = 0; block < paragraphs.length; block += 1) {
    while (paragraph + 2 < tokenStart.length && tokenStart[paragraph + 1]! <= block << 6) paragraph += 1;
    paragraphs[block] = paragraph;
  }
  return paragraphs;
}
