/** The one place where the text reader meets the repair of damaged layers. */

import type { Warning } from '../../../report/index.ts';
import type { Block } from '../../document.ts';
import { IngestError } from '../../document.ts';

export interface Repaired {
  blocks: Block[];
  furniture: string[];
  warnings: Warning[];
}

export function looksVisual(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const damaged = lines.filter((line) => /[\uFE70-\uFEFC]|[\u0620-\u064A]\u0640+[\u0620-\u064A]/u.test(line));
  return damaged.length > lines.length * 0.3;
}

export function repairVisualText(
  _lines: readonly string[],
  _options: { lexicon?: ReadonlyMap<string, number> },
): Repaired {
  throw new IngestError(
    'layer_not_available',
    'this text layer is damaged and cannot be repaired yet: give a clean text',
  );
}
