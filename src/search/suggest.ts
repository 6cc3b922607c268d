/** Corrected spellings of a query that found nothing, the same on every engine. */
import { foldWord, type Profile, tokenize } from 'arabic-normalizer';
import type { Scope } from '../phrases/scope.ts';
import type { SearchView } from './answer.ts';
import { QueryMatcher } from './match.ts';
import { compileQuery, parseQuery, type Query } from './query.ts';
import { nearWords } from './spelling.ts';

const MAX_SUGGESTIONS = 3;
/** Candidates looked at for each word. */
const CANDIDATES = 6;
/** Occurrences looked at to find how a word is mostly written. */
const SAMPLES = 25;
/** Longer queries are pasted text: nobody misspelled one word, and trying each would take the server's time. */
const MOST_WORDS = 30;

interface Word {
  /** Place in the query. */
  start: number;
  end: number;
  folded: string;
  known: boolean;
  candidates: string[];
}

/**
 * Whole queries, best first, each with its misspelt words replaced by near ones of the collection as they are mostly
 * written there; those that find something in the scope before those that do not.
 */
export function suggestQueries(view: SearchView, query: Query, match: Profile, scope: Scope): string[] {
  if (query.cleaned.trim().split(/\s+/).length > MOST_WORDS) return [];
  const words = queryWords(view, query, match);
  if (words.length > MOST_WORDS) return [];
  const unknown = words.filter((word) => !word.known);
  const changes =
    unknown.length > 0 ? together(unknown.filter((word) => word.candidates.length > 0)) : oneByOne(words);
  const queries = [...new Set(changes.map((change) => rewrite(view, query.cleaned, change, match)))];
  const finds = new Map(queries.map((q) => [q, q !== query.cleaned && matches(view, q, match, scope)]));
  const good = queries.filter((q) => finds.get(q));
  // A word that the collection does not hold is worth correcting even if the rest then still finds nothing.
  const other = unknown.length > 0 ? queries.filter((q) => !finds.get(q) && q !== query.cleaned) : [];
  return [...good, ...other].slice(0, MAX_SUGGESTIONS);
}

type Change = Map<Word, string>;

/** The n-th best candidate of every misspelt word. */
function together(words: readonly Word[]): Change[] {
  const most = Math.max(0, ...words.map((word) => word.candidates.length));
  return Array.from({ length: most }, (_, n) => {
    return new Map(words.map((word) => [word, word.candidates[Math.min(n, word.candidates.length - 1)]!]));
  });
}

/** Every word is known, so one of them may be another word misspelt. */
function oneByOne(words: readonly Word[]): Change[] {
  return words.flatMap((word) => word.candidates.map((candidate) => new Map([[word, candidate]])));
}

function queryWords(view: SearchView, query: Query, match: Profile): Word[] {
  const folded = view.byProfile('folded');
  const asked = view.byProfile(match);
  const found: Word[] = [];
  for (const { excluded, choices } of query.terms) {
    if (excluded) continue;
    for (const { text, start } of choices) {
      const under = tokenize(text, match, view.lexicon ? { lexicon: view.lexicon } : {});
      tokenize(text, 'exact').forEach((token, i) => {
        if (text[token.end] === '*') return;
        const word = foldWord(token.text);
        const known = asked.wordId(under[i]!.text) >= 0;
        // Under `exact` another spelling of the same folded word is the nearest miss of all.
        const same = !known && match === 'exact' && folded.wordId(word) >= 0 ? [word] : [];
        const near = nearWords(folded, word, CANDIDATES).map((correction) => correction.word);
        const place = { start: start + token.start, end: start + token.end };
        found.push({ ...place, folded: word, known, candidates: [...same, ...near] });
      });
    }
  }
  return found;
}

function rewrite(view: SearchView, q: string, change: Change, match: Profile): string {
  let result = q;
  const last = [...change].sort(([a], [b]) => b.start - a.start);
  for (const [{ start, end }, candidate] of last) {
    result = result.slice(0, start) + writtenForm(view, candidate, match) + result.slice(end);
  }
  return result;
}

/** How a folded word is mostly written. */
function writtenForm(view: SearchView, folded: string, match: Profile): string {
  const index = view.byProfile('folded');
  const { first, end } = index.range([folded]);
  const step = Math.max(1, Math.floor((end - first) / SAMPLES));
  const counts = new Map<string, number>();
  for (let rank = first; rank < end; rank += step) {
    const position = index.suffixes[rank]!;
    const paragraph = index.paragraphAt(position);
    const [stored] = view.reader.paragraphsByRow([view.table.rowOf[paragraph]!]);
    const token = stored && tokenize(stored.text, 'exact')[position - index.tokenStart[paragraph]!];
    if (token) counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
  }
  const forms = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const exact = view.byProfile('exact');
  const form = match === 'exact' ? forms.find(([word]) => exact.wordId(word) >= 0) : forms[0];
  return form?.[0] ?? folded;
}

function matches(view: SearchView, q: string, match: Profile, scope: Scope): boolean {
  const terms = compileQuery(parseQuery(q), match, view.lexicon);
  return new QueryMatcher(view.byProfile(match), terms).paragraphs(scope).length > 0;
}
