/** What the reports cite: which reports, how often and since when, as a table; and all citations of one text. */
import { api, body, type References } from '../client.ts';
import { type Known, useKnown } from '../known.ts';
import { counted, number } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Exports } from '../parts/export.tsx';
import { SymbolName, Years } from '../parts/isolated.tsx';
import { offsetOf, Pager } from '../parts/pager.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { Cell, type Column, columnsOf } from '../parts/presence.tsx';
import { ReportName } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { Wide } from '../parts/wide.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { filtersOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { sayReferences } from '../strings/references.ts';
import { useTitle } from '../title.ts';
import '../style/wording.css';
import '../style/recurring.css';

type Cited = References['items'][number];

const types = ['resolution', 'decision', 'document', 'treaty', 'agenda_item', 'paragraph'] as const;
const size = 50;
/** With more reports than this, the table has no column for each. */
const mostColumns = 60;

export function ReferencesPage({ place }: Here) {
  const { symbol = '' } = place;
  const type = types.find((name) => name === place.type);
  useTitle(symbol === '' ? sayReferences('title') : `${symbol} · ${sayReferences('title')}`);
  const known = useKnown();
  const { kind: _, section: __, ...scope } = filtersOf(place);
  const query = {
    ...(symbol === '' ? {} : { symbol }),
    ...(type ? { type } : {}),
    limit: String(size),
    offset: String(offsetOf(place)),
    ...scope,
  };
  const loaded = useLoaded(JSON.stringify(query), () => body(api.references.$get({ query })));
  return (
    <>
      <h1>{sayReferences('title')}</h1>
      <p class="quiet">{sayReferences('intro')}</p>
      {known.value?.reports.length === 0 && <EmptyCollection />}
      <Choices place={place} />
      {(loaded.error || known.error) && (
        <Failure error={(loaded.error ?? known.error)!} retry={loaded.error ? loaded.retry : known.retry} />
      )}
      {!loaded.error && !known.error && !(loaded.value && known.value) && <Loading />}
      {loaded.value && known.value && (
        <div aria-busy={loaded.loading}>
          <p class="count" role="status">
            <strong>{counted(loaded.value.total, 'reference')}</strong>
            {symbol !== '' && (
              <a href={address({ ...place, symbol: '', offset: '' })}>{sayReferences('back')}</a>
            )}
          </p>
          {loaded.value.total === 0 && <Empty title={sayReferences('none')} />}
          {loaded.value.total > 0 && <Table items={loaded.value.items} known={known.value} place={place} />}
          {symbol !== '' &&
            loaded.value.items.map((item) => (
              <Citations key={item.type + item.reports[0]} item={item} known={known.value!} />
            ))}
          <Pager place={place} total={loaded.value.total} size={size} />
          <ScopeNote scope={loaded.value.scope} />
        </div>
      )}
    </>
  );
}

function Choices({ place }: { place: Place }) {
  return (
    <form
      class="row choices"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('symbol') as HTMLInputElement;
        go({ ...place, symbol: field.value.trim(), offset: '' });
      }}
    >
      <label>
        {sayReferences('type')}
        <select
          value={place.type ?? ''}
          onChange={(event) => go({ ...place, type: event.currentTarget.value, offset: '' })}
        >
          <option value="">{sayReferences('any')}</option>
          {types.map((name) => (
            <option key={name} value={name}>
              {sayReferences(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayReferences('find')}
        <input
          name="symbol"
          type="text"
          dir="auto"
          placeholder="A/RES/63/72"
          defaultValue={place.symbol ?? ''}
          key={place.symbol}
        />
      </label>
      <button type="submit">{say('search')}</button>
    </form>
  );
}

function Table({ items, known, place }: { items: readonly Cited[]; known: Known; place: Place }) {
  const all = columnsOf(known, undefined);
  const columns = all.length <= mostColumns ? all : [];
  return (
    <>
      <Wide label={sayReferences('title')}>
        <table class="matrix references">
          <thead>
            <tr>
              <th scope="col">{sayReferences('symbol')}</th>
              <th scope="col">{sayReferences('count')}</th>
              <th scope="col">{sayReferences('years')}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col" title={`${column.title} ${column.symbol}`}>
                  <SymbolName text={String(column.year ?? column.symbol)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row
                key={`${item.type} ${item.symbol} ${item.reports[0]}`}
                item={item}
                columns={columns}
                place={place}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      <Exports name={`${sayReferences('title')} ${place.symbol ?? ''}`} rows={() => rowsOf(items, columns)} />
    </>
  );
}

/** Citations by report. */
function placed({ citations }: Cited): Map<string, { report: string; occurrences: { paragraph: string }[] }> {
  const found = new Map<string, { report: string; occurrences: { paragraph: string }[] }>();
  for (const { report, paragraph } of citations) {
    const entry = found.get(report) ?? { report, occurrences: [] };
    entry.occurrences.push({ paragraph });
    found.set(report, entry);
  }
  return found;
}

function Row({ item, columns, place }: { item: Cited; columns: readonly Column[]; place: Place }) {
  const where = placed(item);
  const href = (report: string) =>
    address({ ...place, page: 'references', symbol: item.symbol, offset: '', report });
  return (
    <tr>
      <th scope="row">
        <a href={href('')}>
          <SymbolName text={item.symbol} />
        </a>{' '}
        <small class="quiet">{sayReferences(item.type)}</small>
      </th>
      <td>{number(item.count)}</td>
      <td>{item.first !== null && item.last !== null && <Years from={item.first} to={item.last} />}</td>
      {columns.map((column) => (
        <td key={column.id}>
          <Cell column={column} placed={where.get(column.id)} href={href(column.id)} />
        </td>
      ))}
    </tr>
  );
}

function rowsOf(items: readonly Cited[], columns: readonly Column[]) {
  return [
    [
      sayReferences('symbol'),
      sayReferences('type'),
      sayReferences('count'),
      sayReferences('reports'),
      sayReferences('years'),
      ...columns.map(({ year, symbol }) => `${year ?? ''} ${symbol}`.trim()),
    ],
    ...items.map((item) => {
      const where = placed(item);
      return [
        item.symbol,
        sayReferences(item.type),
        item.count,
        item.reports.length,
        item.first === item.last ? item.first : `${item.first}–${item.last}`,
        ...columns.map(({ id, type }) =>
          type === 'missing' ? null : (where.get(id)?.occurrences.length ?? 0),
        ),
      ];
    }),
  ];
}

/** Every citation of one text. */
function Citations({ item, known }: { item: Cited; known: Known }) {
  return (
    <section>
      <h2>
        <SymbolName text={item.symbol} /> <small class="quiet">{sayReferences(item.type)}</small>
      </h2>
      <p class="quiet">{sayReferences('citedIn')(item.count, item.reports.length)}</p>
      <ol class="hits">
        {item.citations.map(({ report, paragraph, start, text, year }) => (
          <li key={`${paragraph} ${start}`}>
            <div class="source">
              <ReportName
                report={{ id: report, symbol: known.byId.get(report)?.symbol ?? report, year }}
                paragraph={paragraph}
              />
              <ParagraphMenu paragraph={paragraph} />
            </div>
            <p class="where">
              {sayReferences('asPrinted')}: <bdi>{text}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
