/** The effect of changing a threshold: errors against the truth, doubts, and changes where no truth is known. */

import { repairVisualText } from '../../src/ingest/repair/index.ts';
import { judge } from '../doubt/measure.ts';
import { blockScore, type TruthBlock, wordErrors } from '../fidelity/score.ts';
import type { Damaged, Input } from './inputs.ts';
import { freshEvidence, keep, type Outcome, readFrom, takesPart } from './stages.ts';
import type { Stage } from './tables.ts';

export interface Figures {
  /** Against the truth, for files and for texts damaged on purpose. */
  words: number;
  blocks: number;
  metadata: number;
  /** Wrong words that are not doubted, and right words that are, in texts damaged on purpose. */
  missed: number;
  needless: number;
  /** Without a truth: files, and blocks of them, with a result other than with the shipped values. */
  changedFiles: number;
  changedBlocks: number;
}

const none = (): Figures => ({
  ...{ words: 0, blocks: 0, metadata: 0, missed: 0, needless: 0, changedFiles: 0, changedBlocks: 0 },
});

type Kept = NonNullable<Awaited<ReturnType<typeof keep>>>;

export class Bench {
  private readonly files: Kept[] = [];
  private readonly shipped = new Map<Kept, Outcome>();
  private readonly scores = new Map<Kept, { of: string; figures: Figures }>();
  private readonly damaged: readonly Damaged[];

  constructor(damaged: readonly Damaged[]) {
    this.damaged = damaged;
  }

  async load(inputs: readonly Input[]): Promise<void> {
    for (const input of inputs) {
      const kept = await keep(input);
      if (!kept) continue;
      this.files.push(kept);
      this.shipped.set(kept, await readFrom('structure', kept));
    }
  }

  /** The figures of all files and texts in which a stage takes part. */
  async measure(stage: Stage): Promise<Figures> {
    const sum = none();
    const lexicon = freshEvidence();
    for (const kept of this.files) {
      if (takesPart(stage, kept)) add(sum, this.score(kept, await readFrom(stage, kept)));
    }
    if (stage === 'order' || stage === 'repair') {
      for (const { paragraphs, layer, forms } of this.damaged) {
        const repaired = repairVisualText(layer, { lexicon, ...(forms ? { forms } : {}) });
        for (const { wrong, doubted } of judge(paragraphs, repaired)) {
          if (wrong) sum.words++;
          if (wrong && !doubted) sum.missed++;
          if (!wrong && doubted) sum.needless++;
        }
      }
    }
    return sum;
  }

  /** An outcome that was seen last is not scored again. */
  private score(kept: Kept, outcome: Outcome): Figures {
    const of = JSON.stringify(outcome);
    const known = this.scores.get(kept);
    if (known?.of === of) return known.figures;
    const shipped = this.shipped.get(kept)!;
    const figures = kept.input.truth ? against(kept.input, outcome) : none();
    const changed = changes(shipped, outcome);
    if (changed > 0) Object.assign(figures, { changedFiles: 1, changedBlocks: changed });
    if (!known) this.scores.set(kept, { of, figures });
    return figures;
  }
}

function add(sum: Figures, more: Figures): void {
  for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] += more[key];
}

function against({ truth, layer }: Input, { blocks, metadata }: Outcome): Figures {
  const figures = none();
  const inOrder = (of: readonly TruthBlock[]) =>
    [...of.filter(({ kind }) => kind !== 'footnote'), ...notes(of)].map(({ text }) => text).join('\n');
  if (truth!.blocks) {
    figures.words = wordErrors(inOrder(truth!.blocks), inOrder(blocks)).errors;
    const { right, total } = blockScore(truth!.blocks, blocks);
    figures.blocks = total - right;
  } else if (layer === 'visual' || layer === undefined) {
    figures.words = wordErrors(truth!.words, blocks.map(({ text }) => text).join('\n')).errors;
  }
  for (const [name, value] of Object.entries(truth!.metadata)) {
    if (JSON.stringify(metadata[name]) !== JSON.stringify(value)) figures.metadata++;
  }
  return figures;
}

const notes = (of: readonly TruthBlock[]) =>
  of.filter(({ kind }) => kind === 'footnote').sort((a, b) => (a.number ?? 0) - (b.number ?? 0));

/** Blocks that one outcome has and the other has not, and the rest of the outcome. */
function changes(shipped: Outcome, now: Outcome): number {
  const lines = ({ blocks, rest, metadata }: Outcome) => [
    ...blocks.map((block) => JSON.stringify(block)),
    ...rest,
    JSON.stringify(metadata),
  ];
  const counts = new Map<string, number>();
  for (const line of lines(shipped)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let changed = 0;
  for (const line of lines(now)) {
    const left = counts.get(line) ?? 0;
    if (left > 0) counts.set(line, left - 1);
    else changed++;
  }
  for (const left of counts.values()) changed += left;
  return changed;
}
