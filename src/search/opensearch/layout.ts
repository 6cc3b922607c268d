/**
 * Settings and mapping of an index. The tokens are ours, so the analyzer only splits them at spaces. The same fields
 * serve for counting and for ranking: the similarity is the term frequency alone, so that scores add up to counts of
 * occurrences, unless a query has a boost; then it is BM25.
 */
import { createHash } from 'node:crypto';

const counted = { type: 'text', analyzer: 'tokens', similarity: 'words', index_options: 'positions' };

/** Boost of queries that rank. A power of two, so that dividing a score by it changes no digit. */
export const RANKING = 1024;

/** BM25 as Lucene computes it (k1 = 1.2, b = 0.75), times the boost. */
const similarity = {
  type: 'scripted',
  weight_script: {
    source:
      'return query.boost * 2.2 * Math.log(1 + (field.docCount - term.docFreq + 0.5) / (term.docFreq + 0.5));',
  },
  script: {
    source: `if (query.boost == 1) return doc.freq;
double mean = (double) field.sumTotalTermFreq / field.docCount;
return weight * doc.freq / (doc.freq + 1.2 * (0.25 + 0.75 * doc.length / mean));`,
  },
};

export const mapping = {
  dynamic: 'strict',
  _source: { enabled: false },
  _routing: { required: true },
  properties: {
    row: { type: 'long' },
    report: { type: 'keyword' },
    version: { type: 'long' },
    line: { type: 'boolean' },
    sum: { type: 'long', index: false },
    exact: { ...counted, norms: false },
    folded: counted,
    stem: counted,
    marker: { type: 'boolean' },
    commits: { type: 'keyword' },
    drop: { type: 'long', index: false },
    rules: { type: 'keyword' },
    layout: { type: 'keyword' },
  },
};

export type Settings = Record<string, unknown>;

/** @param given from `config/opensearch.json`, by any of the names that OpenSearch accepts */
export function settingsOf(given: object): Settings {
  return {
    ...Object.fromEntries(flat(given)),
    similarity: { words: similarity },
    analysis: {
      tokenizer: { blanks: { type: 'whitespace', max_token_length: 32_766 } },
      analyzer: { tokens: { type: 'custom', tokenizer: 'blanks' } },
    },
  };
}

/** `{ index: { translog: { durability } } }` as `translog.durability`. */
function flat(given: object, before = ''): [string, unknown][] {
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    const name = `${before}${key}`;
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? flat(value, `${name}.`) : [[name.replace(/^index\./, ''), value]];
  });
}

/** While an index is filled that nobody searches yet: one copy, written to disk at the end. */
const filling: Settings = {
  number_of_replicas: 0,
  auto_expand_replicas: false,
  refresh_interval: '-1',
  'translog.durability': 'async',
};

/** Settings of an index that is filled first. */
export function settingsWhileFilling(settings: Settings): Settings {
  return { ...settings, ...filling };
}

/** What turns a filled index into one with these settings; null stands for OpenSearch's default. */
export function settingsOnceFilled(settings: Settings): Settings {
  return Object.fromEntries(Object.keys(filling).map((name) => [name, settings[name] ?? null]));
}

interface Described {
  mappings: object;
  settings: { index: { analysis?: object; similarity?: object; uuid?: string } };
}

/** Changes when an index is recreated, or its mapping or analysis is changed by hand. */
export function layoutOf({ mappings, settings: { index } }: Described): string {
  const { analysis, similarity, uuid } = index;
  return createHash('sha256')
    .update(JSON.stringify([sorted(mappings), sorted(analysis), sorted(similarity), uuid]))
    .digest('hex')
    .slice(0, 16);
}

/** The same for any order of the keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, each]) => [key, sorted(each)]);
}
