/** The tables of heuristic numbers, each with the stage from which a file has to be read again when one is changed. */

import { blockThresholds } from '../../src/ingest/readers/pdf/blocks/thresholds.ts';
import { glyphThresholds } from '../../src/ingest/readers/pdf/glyphs/thresholds.ts';
import { lineThresholds } from '../../src/ingest/readers/pdf/lines/thresholds.ts';
import { textThresholds } from '../../src/ingest/readers/text/thresholds.ts';
import { markupThresholds } from '../../src/ingest/readers/thresholds.ts';
import { WEIGHTS } from '../../src/ingest/repair/doubt.ts';
import {
  evidenceThresholds,
  layerThresholds,
  letterThresholds,
  orderThresholds,
  pageThresholds,
  readableThresholds,
} from '../../src/ingest/repair/thresholds.ts';
import {
  headingThresholds,
  languageThresholds,
  metadataThresholds,
  noteThresholds,
  numberThresholds,
} from '../../src/ingest/structure/thresholds.ts';

export type Stage = 'glyphs' | 'lines' | 'blocks' | 'markup' | 'text' | 'order' | 'repair' | 'structure';

export interface Table {
  name: string;
  stage: Stage;
  values: Record<string, number>;
}

export const tables: readonly Table[] = [
  { name: 'glyphs', stage: 'glyphs', values: glyphThresholds },
  { name: 'lines', stage: 'lines', values: lineThresholds },
  { name: 'blocks', stage: 'blocks', values: blockThresholds },
  { name: 'markup', stage: 'markup', values: markupThresholds },
  { name: 'text', stage: 'text', values: textThresholds },
  { name: 'layer', stage: 'text', values: layerThresholds },
  { name: 'page', stage: 'order', values: pageThresholds },
  { name: 'order', stage: 'order', values: orderThresholds },
  { name: 'doubt', stage: 'order', values: WEIGHTS as Record<string, number> },
  { name: 'evidence', stage: 'repair', values: evidenceThresholds },
  { name: 'letters', stage: 'repair', values: letterThresholds },
  { name: 'readable', stage: 'repair', values: readableThresholds },
  { name: 'language', stage: 'repair', values: languageThresholds },
  { name: 'numbers', stage: 'structure', values: numberThresholds },
  { name: 'headings', stage: 'structure', values: headingThresholds },
  { name: 'notes', stage: 'structure', values: noteThresholds },
  { name: 'metadata', stage: 'structure', values: metadataThresholds },
];

/** Ratios near 1: what matters is their distance from it. */
const ratios = new Set([
  ...[
    'headingSize',
    'sureColumn',
    'fullColumn',
    'noteSize',
    'uncalledNoteSize',
    'singlePageSize',
    'shortLine',
  ],
  ...[
    'typeLeading',
    'unseenLeading',
    'widerLeading',
    'widestLeading',
    'ownLeading',
    'highNumberSize',
    'fewOverSize',
  ],
  ...['keptSpace', 'raisedSize'],
]);
/** Shares over a half: twice as much would not be a share, so they go half the way to 1. */
const shares = new Set([
  ...[
    'turnedRight',
    'turnedBack',
    'usualShare',
    'kashidaRepeated',
    'boldShare',
    'pieceOver',
    'pictureCover',
    'pagePicture',
  ],
  ...['wideLine', 'countingLines', 'towardsParting', 'utf16Filled', 'sharedRuns', 'warning', 'mostlyUnknown'],
  ...['rareLetters', 'pairWeight', 'plainShare', 'titleShare', 'seriesShare', 'centred', 'justified'],
  ...['ruleCover', 'fullLine', 'alignedLines', 'termLines'],
]);

/** The two changes of a threshold: down to half of it and up to `most` times as much, as far as that makes sense. */
export function moves(name: string, value: number, most = 2): [number, number] {
  if (ratios.has(name)) return [1 + (value - 1) / 2, 1 + most * (value - 1)];
  const up = shares.has(name) ? Math.min(most * value, (1 + value) / 2) : most * value;
  if (!Number.isInteger(value)) return [value / 2, up];
  return [Math.trunc(value / 2), value < 0 ? Math.floor(up) : Math.ceil(up)];
}

/** Runs `measure` with one value of a table changed, and restores it. */
export async function moved<T>(
  { values }: Table,
  name: string,
  to: number,
  measure: () => T | Promise<T>,
): Promise<T> {
  const shipped = values[name]!;
  values[name] = to;
  try {
    return await measure();
  } finally {
    values[name] = shipped;
  }
}
