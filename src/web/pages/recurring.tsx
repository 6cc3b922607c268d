/** The phrases that a report shares with others of its series, as a list and as a matrix, and those it dropped. */
import { api, body, type Dropped, type Recurring } from '../client.ts';
import { direction } from '../direction.ts';
import { type Known, useKnown } from '../known.ts';
import { counted, percent } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Exports } from '../parts/export.tsx';
import { Quoted, Year, Years } from '../parts/isolated.tsx';
import { offsetOf, Pager } from '../parts/pager.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { Cell, type Column, columnsOf } from '../parts/presence.tsx';
import { ReportPicker } from '../parts/report-picker.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { ViewTabs } from '../parts/view-tabs.tsx';
import { Wide } from '../parts/wide.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { quotedQuery } from '../query.ts';
import { say } from '../strings/index.ts';
import { sayRecurring } from '../strings/recurring.ts';
import { useTitle } from '../title.ts';
import '../style/wording.css';
import '../style/recurring.css';

type Phrase = Recurring['phrases'][number] | Dropped['phrases'][number];

const orders = ['longest', 'reports', 'distinctive', 'first'] as const;
const views = ['list', 'matrix', 'dropped'] as const;
type View = (typeof views)[number];

const size = 50;

const viewOf = ({ view = '' }: Place): View => views.find((name) => name === view) ?? 'list';

/** If no report is named: the newest readable one of the series. */
export function RecurringPage({ place }: Here) {
  const { value, error, retry } = useKnown();
  useTitle(sayRecurring('title'));
  if (error) return <Failure error={error} retry={retry} />;
  if (!value) return <Loading />;
  const newest = value.reports.findLast((report) => report.year !== null && !report.unreadable);
  const id = place.id || newest?.id;
  if (id === undefined) return <EmptyCollection />;
  return (
    <>
      <h1>{sayRecurring('title')}</h1>
      <div class="row">
        <ReportPicker
          label={sayRecurring('report')}
          name="id"
          value={id}
          reports={value.reports.filter((report) => !report.unreadable)}
          onChoose={(chosen) => go({ ...place, id: chosen, offset: '' })}
        />
      </div>
      <ViewTabs
        label={sayRecurring('views')}
        tabs={views.map((name) => ({
          label: sayRecurring(name),
          place: { ...place, id, view: name === 'list' ? '' : name, offset: '' },
          current: name === viewOf(place),
        }))}
      />
      <Conditions place={{ ...place, id }} />
      {viewOf(place) === 'dropped' ? (
        <DroppedView place={place} id={id} known={value} />
      ) : (
        <RecurringView place={place} id={id} known={value} />
      )}
    </>
  );
}

function Conditions({ place }: { place: Place }) {
  const set = (name: string, value: string) => go({ ...place, offset: '', [name]: value });
  const dropped = viewOf(place) === 'dropped';
  const whole = (name: 'min_words' | 'min_reports', label: string, otherwise: string) => (
    <label>
      {label}
      <input
        type="number"
        min={1}
        max={name === 'min_words' ? 1000 : 100_000}
        value={place[name] || otherwise}
        onChange={(event) => event.currentTarget.validity.valid && set(name, event.currentTarget.value)}
      />
    </label>
  );
  return (
    <div class="row choices">
      {whole('min_words', sayRecurring('minWords'), '4')}
      {whole('min_reports', sayRecurring('minReports'), '2')}
      {!dropped && (
        <label>
          {sayRecurring('order')}
          <select
            value={place.order || (place.returns === '1' ? '' : 'longest')}
            onChange={(event) => set('order', event.currentTarget.value)}
          >
            {place.returns === '1' && <option value="">{sayRecurring('weight')}</option>}
            {orders.map((name) => (
              <option key={name} value={name}>
                {sayRecurring(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {!dropped && (
        <label class="check">
          <input
            type="checkbox"
            checked={place.returns === '1'}
            onChange={(event) => set('returns', event.currentTarget.checked ? '1' : '')}
          />
          {sayRecurring('returns')}
        </label>
      )}
    </div>
  );
}

interface Shown {
  place: Place;
  id: string;
  known: Known;
}

function RecurringView({ place, id, known }: Shown) {
  const order = orders.find((name) => name === place.order);
  const query = {
    min_words: place.min_words || '4',
    min_reports: place.min_reports || '2',
    ...(order ? { order } : {}),
    returns: place.returns === '1' ? ('true' as const) : ('false' as const),
    include: 'occurrences',
    limit: String(size),
    offset: String(offsetOf(place)),
  };
  const loaded = useLoaded(JSON.stringify([id, query]), () =>
    body(api.reports[':id'].recurring.$get({ param: { id }, query })),
  );
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { phrases, total, coverage, scope } = loaded.value;
  return (
    <div aria-busy={loaded.loading}>
      <p class="count" role="status">
        <strong>{counted(total, 'phrase')}</strong>
        <span>{sayRecurring('coverage')(percent(coverage.share))}</span>
      </p>
      {total === 0 ? (
        <Empty title={sayRecurring('none')} />
      ) : (
        <Phrases place={place} phrases={phrases} known={known} id={id} />
      )}
      <Pager place={{ ...place, id }} total={total} size={size} />
      <ScopeNote scope={scope} />
    </div>
  );
}

function DroppedView({ place, id, known }: Shown) {
  const query = {
    min_words: place.min_words || '4',
    min_reports: place.min_reports || '2',
    limit: String(size),
    offset: String(offsetOf(place)),
  };
  const loaded = useLoaded(JSON.stringify([id, query]), () =>
    body(api.reports[':id'].dropped.$get({ param: { id }, query })),
  );
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { phrases, total, compared, scope } = loaded.value;
  return (
    <div aria-busy={loaded.loading}>
      <p class="count" role="status">
        <strong>{counted(total, 'phrase')}</strong>
      </p>
      {compared.length > 0 && <p class="quiet">{sayRecurring('droppedHint')(compared.length)}</p>}
      {total === 0 ? (
        <Empty title={sayRecurring('noneDropped')} />
      ) : (
        <Phrases place={place} phrases={phrases} known={known} id={id} />
      )}
      <Pager place={{ ...place, id }} total={total} size={size} />
      <ScopeNote scope={scope} />
    </div>
  );
}

function Phrases({
  place,
  phrases,
  known,
  id,
}: {
  place: Place;
  phrases: readonly Phrase[];
  known: Known;
  id: string;
}) {
  const columns = columnsOf(known, known.byId.get(id)?.language);
  const rows = () => [
    [
      sayRecurring('phrase'),
      sayRecurring('words'),
      say('reports'),
      ...columns.map(({ year, symbol }) => `${year ?? ''} ${symbol}`.trim()),
    ],
    ...phrases.map((phrase) => {
      const placed = placedIn(phrase);
      return [
        phrase.text,
        phrase.words,
        phrase.report_count,
        ...columns.map((column) =>
          column.type === 'missing' ? null : countOf(placed.get(column.id)?.occurrences ?? 0),
        ),
      ];
    }),
  ];
  return (
    <>
      <p class="quiet hint">{sayRecurring('legend')}</p>
      {viewOf(place) === 'matrix' ? (
        <Matrix phrases={phrases} columns={columns} id={id} />
      ) : (
        <List phrases={phrases} columns={columns} />
      )}
      <Exports name={`${sayRecurring('title')} ${known.byId.get(id)?.symbol ?? id}`} rows={rows} />
    </>
  );
}

/** Several occurrences in one report open as lines of the concordance. */
const placesOf = ({ text }: Phrase, { id }: Column) =>
  address({ page: 'phrase', q: quotedQuery(text), report: id });

const placedIn = ({ reports }: Phrase) => new Map(reports.map((one) => [one.report, one]));
const countOf = (occurrences: number | readonly unknown[]): number =>
  typeof occurrences === 'number' ? occurrences : occurrences.length;

function List({ phrases, columns }: { phrases: readonly Phrase[]; columns: readonly Column[] }) {
  return (
    <ol class="hits phrases-list">
      {phrases.map((phrase) => {
        const placed = placedIn(phrase);
        const [place] = phrase.occurrences;
        return (
          <li key={phrase.text}>
            <div class="source-line">
              <span>{counted(phrase.words, 'word')}</span>
              <span>{sayRecurring('inReports')(phrase.report_count)}</span>
              {phrase.first.year !== null && phrase.last.year !== null && (
                <Years from={phrase.first.year} to={phrase.last.year} />
              )}
              <a href={address({ page: 'threads', q: quotedQuery(phrase.text) })}>{say('inThreads')}</a>
              {place && <ParagraphMenu paragraph={place.paragraph} />}
            </div>
            <p class="arabic" dir={direction(phrase.text)}>
              {phrase.text}
            </p>
            <ol class="strip" aria-label={say('reports')}>
              {columns.map((column) => (
                <li key={column.id}>
                  <Cell column={column} placed={placed.get(column.id)} href={placesOf(phrase, column)} />
                </li>
              ))}
            </ol>
          </li>
        );
      })}
    </ol>
  );
}

function Matrix({
  phrases,
  columns,
  id,
}: {
  phrases: readonly Phrase[];
  columns: readonly Column[];
  id: string;
}) {
  return (
    <Wide label={sayRecurring('matrix')}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{sayRecurring('phrase')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" class={column.id === id ? 'this' : ''}>
                {column.type === 'report' ? (
                  <a
                    href={address({ page: 'report', id: column.id })}
                    title={`${column.title} ${column.symbol}`}
                  >
                    <Year year={column.year ?? column.symbol} />
                  </a>
                ) : (
                  <Year year={column.year} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {phrases.map((phrase) => {
            const placed = placedIn(phrase);
            return (
              <tr key={phrase.text}>
                <th scope="row">
                  <a href={address({ page: 'threads', q: quotedQuery(phrase.text) })} title={phrase.text}>
                    <Quoted text={phrase.text} />
                  </a>{' '}
                  <small class="quiet">{counted(phrase.words, 'word')}</small>
                </th>
                {columns.map((column) => (
                  <td key={column.id}>
                    <Cell column={column} placed={placed.get(column.id)} href={placesOf(phrase, column)} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}
