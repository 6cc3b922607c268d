/** Moves between the pages of a long list and shows which entries are visible. */
import { number } from '../language.ts';
import { address, type Place } from '../place.ts';
import { words } from '../strings/words.ts';
import { Years } from './isolated.tsx';

const say = words({
  pages: ['صفحات القائمة', 'Pages of the list'],
  previous: ['السابق', 'Previous'],
  next: ['التالي', 'Next'],
  of: ['من', 'of'],
});

export const offsetOf = ({ offset = '' }: Place): number => {
  const asked = Number(offset);
  return Number.isInteger(asked) && asked > 0 ? asked : 0;
};

export function Pager({ place, total, size }: { place: Place; total: number; size: number }) {
  const offset = offsetOf(place);
  if (total <= size && offset === 0) return null;
  const to = (at: number) => address({ ...place, offset: at > 0 ? String(at) : '' });
  return (
    <nav class="pager" aria-label={say('pages')}>
      {offset > 0 && (
        <a href={to(Math.max(0, offset - size))} rel="prev">
          {say('previous')}
        </a>
      )}
      <span>
        <Years from={number(offset + 1)} to={number(Math.min(total, offset + size))} /> {say('of')}{' '}
        {number(total)}
      </span>
      {offset + size < total && (
        <a href={to(offset + size)} rel="next">
          {say('next')}
        </a>
      )}
    </nav>
  );
}
