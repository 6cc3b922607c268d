/** A choice of series, filled from the API. */
import { api, body } from '../client.ts';
import { useLoaded } from '../load.ts';
import { language, say } from '../strings.ts';

export function SeriesPicker({ value }: { value: string }) {
  const series = useLoaded('series', () => body(api.series.$get({ query: { limit: '1000' } })));
  const known = (series.value?.items ?? []).filter((entry) => entry.reports > 0);
  if (known.length < 2) return <input type="hidden" name="series" value={value} />;
  return (
    <select name="series" aria-label={say('series')}>
      <option value="">{say('allSeries')}</option>
      {known.map((entry) => (
        <option key={entry.id} value={entry.id} selected={entry.id === value}>
          {language === 'ar' ? entry.title : (entry.title_en ?? entry.title)}
        </option>
      ))}
    </select>
  );
}
