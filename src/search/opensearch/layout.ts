/**
 * Settings and mapping of an index. The tokens are ours, so the analyzer only splits them at spaces. With a similarity
 * that is the term frequency alone, scores add up to counts of occurrences; separate fields are used for ranking.
 */
import { createHash } from 'node:crypto';

const counted = {
  type: 'text',
  analyzer: 'tokens',
  similarity: 'frequency',
  norms: false,
  index_options: 'positions',
};
const ranked = { ranked: { type: 'text', analyzer: 'tokens', index_options: 'freqs' } };

export const mapping = {
  dynamic: 'strict',
  _source: { enabled: false },
  _routing: { required: true },
  properties: {
    row: { type: 'long' },
    report: { type: 'keyword' },
    version: { type: 'long' },
    kind: { type: 'keyword' },
    line: { type: 'boolean' },
    sum: { type: 'keyword', index: false },
    exact: counted,
    folded: { ...counted, fields: ranked },
    stem: { ...counted, fields: ranked },
    marker: { type: 'boolean' },
    commits: { type: 'keyword' },
    drop: { type: 'long', index: false },
    rules: { type: 'keyword' },
    layout: { type: 'keyword' },
  },
};

/** @param given from `config/opensearch.json` */
export function settingsOf(given: object): object {
  return {
    ...given,
    similarity: { frequency: { type: 'scripted', script: { source: 'return doc.freq;' } } },
    analysis: {
      tokenizer: { blanks: { type: 'whitespace', max_token_length: 32_766 } },
      analyzer: { tokens: { type: 'custom', tokenizer: 'blanks' } },
    },
  };
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
