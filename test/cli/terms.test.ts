/** Descriptions written for the API, in the terms of the command line. */
import { expect, it } from 'vitest';
import { inFlags } from '../../src/cli/terms.ts';

const flags = new Set(['min_words', 'doubtful', 'returns', 'view', 'gaps', 'section']);

it.each([
  ['at least `min_words` words', 'at least `--min-words` words'],
  ['`doubtful=false` leaves them out', '`--no-doubtful` leaves them out'],
  ['`returns=true` keeps some', '`--returns` keeps some'],
  ['`view=closed` lists others', '`--view closed` lists others'],
  ['`format=docx` gives a document', '`--out FILE.docx` gives a document'],
  ['`format=csv` gives rows', '`--format csv` gives rows'],
  ['listed in `gaps`; `section` narrows', 'listed in `gaps`; `section` narrows'],
  ['`per_10k_words` and `paragraph: null`', '`per_10k_words` and `paragraph: null`'],
  ['`"a phrase"`, `word*`, `a|b`', '`"a phrase"`, `word*`, `a|b`'],
])('%s', (api, line) => {
  expect(inFlags(api, flags, ['docx', 'html'])).toBe(line);
});
