/** One change: kind, marks, similarity and word diff of corresponding texts. */
import type { ChangeKind, DiffPart, QualifierChange, StrengthChange } from './body.ts';
import { wordDiff } from './diff/index.ts';
import { allDoubtful } from './doubt.ts';
import { kindOf, punctuationDiffers, sameIds } from './kind.ts';
import { lcsLength, similarityOf } from './lcs.ts';
import type { Side } from './side.ts';
import { qualifierChange, strengthChange } from './strength.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Difference {
  change: ChangeKind;
  punctuation: boolean;
  /** There are parts that differ, and all of them are doubtful. */
  doubtful: boolean;
  similarity: number;
  /** Length of the longest common subsequence. */
  common: number;
  diff: DiffPart[];
  strength?: StrengthChange;
  qualifiers?: QualifierChange;
}

/** @param common the longest common subsequence of the two, if already known */
export function differenceOf(base: Side, other: Side, vocabulary: Vocabulary, common?: number): Difference {
  vocabulary.budget.spend(base.ids.length + other.ids.length);
  const { matches, parts } = wordDiff(base, other, vocabulary);
  const change = kindOf(base, other, matches, vocabulary);
  const longest =
    common ??
    (sameIds(base.ids, other.ids) ? base.ids.length : lcsLength(base.ids, other.ids, vocabulary.size));
  const difference: Difference = {
    change,
    punctuation: punctuationDiffers(base, other, matches),
    doubtful: allDoubtful(parts),
    similarity: similarityOf(longest, base.ids.length, other.ids.length),
    common: longest,
    diff: parts,
  };
  if (longest === base.ids.length && longest === other.ids.length) return difference;
  const strength = strengthChange(base, other, matches, vocabulary);
  if (strength) difference.strength = strength;
  const qualifiers = qualifierChange(base, other, vocabulary);
  if (qualifiers) difference.qualifiers = qualifiers;
  return difference;
}
