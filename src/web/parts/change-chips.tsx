/** How two wordings differ, in a word or two. */
import type { VNode } from 'preact';
import type { Change } from '../client.ts';
import { percent } from '../language.ts';
import { say } from '../strings/index.ts';

type Described = Partial<Pick<Change, 'moved' | 'strength' | 'qualifiers'>> & {
  change: Change['change'] | null;
  punctuation?: boolean | null;
  doubtful?: boolean | null;
  /** From 0 to 1; shown if the kind of change leaves it open. */
  similarity?: number | null;
};

const graded = new Set(['reworded', 'details', 'split', 'merged']);

export const ChangeChips = (described: Described) => changeChips(described);

/** The same as a plain node, for long lists. */
export function changeChips(described: Described): VNode {
  const { change, moved, punctuation, doubtful, similarity, strength, qualifiers } = described;
  return (
    <span class="kinds">
      {change && <span class={`kind ${change}`}>{say(change)}</span>}
      {change && graded.has(change) && similarity != null && <small>{percent(similarity)}</small>}
      {moved && <span class="kind moved">{say('moved')}</span>}
      {punctuation && <span class="kind">{say('punctuation')}</span>}
      {doubtful && <span class="kind">{say('doubtful')}</span>}
      {strength && (
        <span class="kind">
          {say(strength.direction)}:{' '}
          <bdi dir="rtl">
            {strength.from} {'\u2190'} {strength.to}
          </bdi>
        </span>
      )}
      {qualifiers?.added.map((words) => (
        <span key={words} class="kind">
          {say('qualifierAdded')}: <bdi>{words}</bdi>
        </span>
      ))}
      {qualifiers?.removed.map((words) => (
        <span key={words} class="kind">
          {say('qualifierRemoved')}: <bdi>{words}</bdi>
        </span>
      ))}
    </span>
  );
}
