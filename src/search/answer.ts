/** The answer to `/v1/search`: exact matches from the phrase index, in the engine's order. */
import { type Profile, profiles } from 'arabic-normalizer';
import type { PhraseView } from '../phrases/answers/view.ts';
import { patternTokens } from '../phrases/pattern.ts';
import { type Scope, wholeCollection } from '../phrases/scope.ts';
import type { Paragraph } from '../report/index.ts';
import type { StoreReader } from '../store/types.ts';
import { embeddedEngine } from './embedded/engine.ts';
import { EngineError, type EngineName, type Ranking, type RankRequest, type SearchEngine } from './engine.ts';
import { countFacets, countSections, type Facets } from './facets.ts';
import { groupEqual } from './groups.ts';
import { hitsOf } from './hits.ts';
import { QueryMatcher } from './match.ts';
import { completeOrder } from './order.ts';
import { withPrior } from './prior.ts';
import { type CompiledTerm, compileQuery, distinctTerms, parseQuery } from './query.ts';
import { suggestQueries } from './suggest.ts';
import { tellingTerms } from './telling.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The indexes of one epoch and a snapshot of the same epoch. */
export interface SearchView extends PhraseView {
  readonly reader: StoreReader;
}

export interface SearchParams {
  q: string;
  /** Default `folded`. */
  match?: Profile | undefined;
  /** Reports and paragraphs to search; all by default. */
  scope?: Scope | undefined;
  /** Default 20. */
  limit?: number | undefined;
  /** Default 0. */
  offset?: number | undefined;
  /** `text`: paragraphs with equal folded tokens are one hit; `limit` and `offset` then page these. */
  group?: 'text' | undefined;
  /** Whether the facets include the headings above the matching paragraphs. */
  sections?: boolean | undefined;
  /** Whether to suggest spellings if nothing is found; default true. This scans the whole vocabulary. */
  suggest?: boolean | undefined;
}

export interface SearchHit {
  paragraph: Paragraph;
  report: { id: string; symbol: string; year: number | null };
  /** Higher is better; comparable only within one answer. 0: not ranked by the engine. */
  score: number;
  /** UTF-16 ranges in the paragraph's text, in order, not overlapping. */
  highlights: [number, number][];
  /** With `group`: every matching paragraph with these words, including this one, in reading order (dated first). */
  places?: SearchPlace[];
}

/** A paragraph with the number under which it is cited. */
export interface SearchPlace {
  /** Id. */
  paragraph: string;
  report: { id: string; symbol: string; year: number | null };
  number: number | null;
  label: string | null;
  part: string;
}

export interface SearchAnswer {
  /** `terms`: what must occur, as normalised tokens; a `-` marks what must not. */
  query: { q: string; match: Profile; terms: string[] };
  /** Number of matching paragraphs, even if equal ones are one hit. */
  total: number;
  /** With `group`: number of groups. */
  groups?: number;
  hits: SearchHit[];
  facets: Facets;
  /** `total` under each profile. */
  also: Record<Profile, number>;
  suggestions: string[];
  /** The engine that ordered the hits. */
  engine: EngineName;
  /** True if the requested engine was down or not up to date, and another ranked instead. */
  degraded: boolean;
  took_ms: number;
}

const standIn = embeddedEngine();

/** @throws QueryError for a query that cannot be answered. A failing engine is not an error: see `degraded`. */
export async function searchAnswer(
  view: SearchView,
  engine: SearchEngine,
  params: SearchParams,
): Promise<SearchAnswer> {
  const began = performance.now();
  const { q, match = 'folded', scope = wholeCollection(view.table), limit = 20, offset = 0 } = params;
  const query = parseQuery(q);
  const compiled = compileQuery(query, match, view.lexicon);
  const matcher = new QueryMatcher(view.byProfile(match), distinctTerms(compiled), view.budget);
  const paragraphs = matcher.paragraphs(scope);
  const also = {} as Record<Profile, number>;
  for (const profile of profiles) {
    also[profile] =
      profile === match
        ? paragraphs.length
        : new QueryMatcher(
            view.byProfile(profile),
            distinctTerms(compileQuery(query, profile, view.lexicon)),
            view.budget,
          ).paragraphs(scope).length;
  }
  // SQLite ranks all matches at once, about 3 µs each.
  view.budget?.spend(3 * paragraphs.length);
  const profile = match === 'stem' ? 'stem' : 'folded';
  const indexed = distinctTerms(
    profile === match ? compiled : compileQuery(query, profile, view.lexicon),
  ).filter((term) => !term.excluded);
  const terms = paragraphs.length === 0 ? [] : tellingTerms(view.byProfile(profile), indexed, view.budget);
  const ranked = await rank(engine, {
    reader: view.reader,
    table: view.table,
    query: { profile, terms },
    paragraphs,
  });
  const order = completeOrder(paragraphs, withPrior(matcher.index, ranked.ranking));
  const groups = params.group && groupEqual(view.byProfile('folded'), order.paragraphs);
  const page = { order, offset, limit, groups };
  return {
    query: { q, match, terms: compiled.map(shownTerm) },
    total: paragraphs.length,
    ...(groups ? { groups: groups.length } : {}),
    hits: hitsOf(view, matcher, page),
    facets: {
      ...countFacets(view.table, paragraphs),
      ...(params.sections ? { section: countSections(view.reader, view.table, paragraphs) } : {}),
    },
    also,
    suggestions:
      paragraphs.length === 0 && params.suggest !== false
        ? await suggestQueries(vocabularyOf(view, match, scope), query, { ...view, match })
        : [],
    engine: ranked.engine,
    degraded: ranked.degraded,
    took_ms: Math.round((performance.now() - began) * 100) / 100,
  };
}

/** The engine's ranking; if it cannot give one now, the embedded engine's, otherwise none. */
async function rank(
  engine: SearchEngine,
  request: RankRequest,
): Promise<{ ranking: Ranking; engine: EngineName; degraded: boolean }> {
  const none: Ranking = { paragraphs: new Uint32Array(0), scores: new Float64Array(0) };
  if (request.paragraphs.length === 0 || request.query.terms.length === 0)
    return { ranking: none, engine: engine.name, degraded: false };
  const attempts = engine.name === 'embedded' ? [engine] : [engine, standIn];
  for (const attempt of attempts) {
    try {
      const ranking = await attempt.rank(request);
      return { ranking, engine: attempt.name, degraded: attempt !== engine };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }
  return { ranking: none, engine: 'embedded', degraded: true };
}

function shownTerm({ excluded, patterns }: CompiledTerm): string {
  const text = patterns.map((pattern) => patternTokens(pattern).join(' ')).join('|');
  return excluded ? `-${text}` : text;
}
