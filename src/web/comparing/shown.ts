/** Which rows of a comparison are shown: everything, what changed, or only the substance. Pure functions. */
import type { Change, Paragraph } from '../client.ts';
import type { Place } from '../place.ts';

export const presets = ['all', 'changes', 'substance'] as const;
export type Preset = (typeof presets)[number];

/** Before there were presets, addresses used `hide=1` for "changes". */
export const presetOf = ({ show, hide }: Place): Preset =>
  presets.find((name) => name === show) ?? (hide === '1' ? 'changes' : 'all');

/** Paragraphs before the first heading or numbered paragraph of their report: symbol, dates, names of organs. */
export function coverOf(paragraphs: readonly Paragraph[]): Set<string> {
  const body = paragraphs.findIndex(({ kind, number }) => kind === 'heading' || number !== null);
  return new Set(paragraphs.slice(0, Math.max(0, body)).map(({ id }) => id));
}

const slight = new Set(['identical', 'orthographic', 'details']);

export function isShown(change: Change, preset: Preset, cover: ReadonlySet<string>): boolean {
  if (preset === 'all') return true;
  if (preset === 'changes') return change.change !== 'identical' || change.moved || change.punctuation;
  if (change.doubtful || [...change.base, ...change.other].every((id) => cover.has(id))) return false;
  return !slight.has(change.change) || change.moved;
}
