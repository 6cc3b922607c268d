/** The first screen: the series on a timeline, what is new in the newest report, and five questions to start with. */
import { api, body, type Report, type Series } from '../client.ts';
import { direction } from '../direction.ts';
import { termsOf } from '../examples.ts';
import { type Known, useKnown } from '../known.ts';
import { dates, percent } from '../language.ts';
import { useLoaded } from '../load.ts';
import { meetingsOf } from '../meetings.ts';
import { SymbolName, Years } from '../parts/isolated.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { KeptQueries, QueryForm } from '../parts/question.tsx';
import { paragraphAddress } from '../parts/report-name.tsx';
import { seriesTitle } from '../parts/series-title.ts';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { address, everySeries, type Here, type Place } from '../place.ts';
import { quotedQuery } from '../query.ts';
import { sayHome } from '../strings/home.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';
import '../style/home.css';

export function HomePage({ place }: Here) {
  useTitle('');
  const known = useKnown();
  const { value } = known;
  const newest = value?.reports.findLast((report) => report.year !== null && !report.unreadable);
  return (
    <div class="home">
      <h1>{say('tagline')}</h1>
      <QueryForm place={place} view="search" />
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {!known.error && !value && <Loading />}
      {value?.reports.length === 0 && <EmptyCollection />}
      {value && value.reports.length > 0 && (
        <>
          <KeptQueries />
          {value.series
            .filter(({ id, reports }) => (place.series === everySeries ? reports > 0 : id === place.series))
            .map((entry) => (
              <OneSeries key={entry.id} entry={entry} known={value} linked={place.series === everySeries} />
            ))}
          {newest && (
            <div class="columns">
              <Newest report={newest} />
              <Questions known={value} newest={newest} />
            </div>
          )}
        </>
      )}
    </div>
  );
}

function OneSeries({ entry, known, linked }: { entry: Series; known: Known; linked: boolean }) {
  const meetings = meetingsOf(entry, known.byId);
  const years = meetings.flatMap(({ year }) => (year === null ? [] : [year]));
  const title = <bdi>{seriesTitle(entry)}</bdi>;
  return (
    <section class="card series">
      <h2>{linked ? <a href={address({ series: entry.id })}>{title}</a> : title}</h2>
      <p class="quiet">
        <a href={address({ page: 'reports', series: entry.id })}>
          {sayHome('counts')(entry.reports, entry.missing)}
        </a>
        {years.length > 0 && (
          <>
            {' · '}
            <Years from={Math.min(...years)} to={Math.max(...years)} />
          </>
        )}
        {entry.constructed && ` · ${sayHome('constructed')}`}
      </p>
      <Timeline meetings={meetings} />
    </section>
  );
}

interface Passage {
  paragraph: string;
  text: string;
  words: number;
}

/** The longest new passages of a report, and the share that is not new; null if there is no earlier report. */
async function newIn(id: string): Promise<{ share: number; passages: Passage[] } | null> {
  const { coverage, paragraphs } = await body(
    api.reports[':id'].novelty.$get({ param: { id }, query: { include: 'text' } }),
  );
  if (coverage === null) return null;
  const passages = paragraphs.flatMap(({ paragraph, spans }) =>
    spans
      .filter(({ first_seen }) => first_seen === null)
      .map(({ text = '', words }) => ({ paragraph, text, words })),
  );
  return { share: coverage.share, passages: passages.sort((a, b) => b.words - a.words).slice(0, 4) };
}

function Newest({ report }: { report: Report }) {
  const { id, symbol, title, date } = report;
  const loaded = useLoaded(id, () => newIn(id));
  return (
    <section class="card">
      <h2>{sayHome('newest')}</h2>
      <p>
        <a href={address({ page: 'report', id })}>
          <strong>
            <bdi>{title}</bdi>
          </strong>
        </a>{' '}
        <span class="quiet">
          <SymbolName text={symbol} />
          {date && ` · ${dates(date)}`}
        </span>
      </p>
      {loaded.error && <Failure error={loaded.error} retry={loaded.retry} />}
      {loaded.loading && <Loading />}
      {loaded.value === null && <p class="quiet">{sayHome('noEarlier')}</p>}
      {loaded.value && (
        <>
          <p class="quiet">
            {loaded.value.passages.length === 0
              ? sayHome('nothingNew')
              : sayHome('seen')(percent(loaded.value.share))}
          </p>
          <ul class="passages">
            {loaded.value.passages.map(({ paragraph, text }) => (
              <li key={paragraph + text}>
                <a class="arabic" dir={direction(text)} href={paragraphAddress(paragraph)}>
                  {text}
                </a>
                <ParagraphMenu paragraph={paragraph} />
              </li>
            ))}
          </ul>
          <p>
            <a href={address({ page: 'novelty', id })}>{sayHome('allNew')}</a>
          </p>
        </>
      )}
    </section>
  );
}

interface Question {
  asks: string;
  /** The words that the question is about, as in the reports. */
  about: string;
  place: Place;
}

/** The first words of a passage, for a question that need not contain all of it. */
function begin(text: string, words: number): string {
  const all = text.split(/\s+/);
  // A run may start inside a symbol or a bracket, which means nothing.
  const from = all.findIndex((word) => /^[\p{L}\p{M}]+[،,.؛]?$/u.test(word));
  return all.slice(Math.max(0, from), Math.max(0, from) + words).join(' ');
}

/** Five questions that the collection can answer; fewer if it lacks what one of them needs. */
async function questionsOf(newest: Report, reports: readonly Report[]): Promise<Question[]> {
  const { id, year, series, language } = newest;
  const scope = series === null ? {} : { series };
  const before = reports.filter(
    (other) =>
      other.year !== null && !other.unreadable && other.language === language && other.series === series,
  );
  const previous = before[before.findIndex((other) => other.id === id) - 1];
  const one = { limit: '1' };
  const [terms, dropped, back, cited] = await Promise.all([
    termsOf(newest).catch(() => []),
    body(api.reports[':id'].dropped.$get({ param: { id }, query: one })).catch(() => null),
    body(api.reports[':id'].recurring.$get({ param: { id }, query: { ...one, returns: 'true' } })).catch(
      () => null,
    ),
    body(api.references.$get({ query: { ...scope, type: 'resolution', ...one } })).catch(() => null),
  ]);
  const [term, other] = terms;
  const questions: (Question | null)[] = [
    term && other
      ? {
          asks: sayHome('trend'),
          about: `${term} · ${other}`,
          place: { page: 'trends', q: quotedQuery(term), also: other },
        }
      : null,
    dropped?.phrases[0]
      ? {
          asks: sayHome('gone')(year ?? ''),
          about: begin(dropped.phrases[0].text, 8),
          place: { page: 'threads', q: quotedQuery(begin(dropped.phrases[0].text, 8)) },
        }
      : null,
    back?.phrases[0]
      ? {
          asks: sayHome('back')(year ?? ''),
          about: begin(back.phrases[0].text, 8),
          place: { page: 'threads', q: quotedQuery(begin(back.phrases[0].text, 8)) },
        }
      : null,
    cited?.items[0]
      ? {
          asks: sayHome('cites'),
          about: cited.items[0].symbol,
          place: { page: 'references', symbol: cited.items[0].symbol },
        }
      : null,
    previous
      ? {
          asks: sayHome('changed')(previous.year ?? '', year ?? ''),
          about: `${previous.symbol} · ${newest.symbol}`,
          place: { page: 'compare', base: previous.id, other: id },
        }
      : null,
    term ? { asks: sayHome('context'), about: term, place: { page: 'phrase', q: quotedQuery(term) } } : null,
  ];
  return questions.filter((question) => question !== null).slice(0, 5);
}

function Questions({ known, newest }: { known: Known; newest: Report }) {
  const loaded = useLoaded(newest.id, () => questionsOf(newest, known.reports));
  if (loaded.loading) return <Loading />;
  const questions = loaded.value ?? [];
  if (questions.length === 0) return null;
  return (
    <section class="card">
      <h2>{sayHome('questions')}</h2>
      <ul class="questions">
        {questions.map(({ asks, about, place }) => (
          <li key={asks}>
            <a href={address(place)}>
              <span>{asks}</span>
              <bdi class="arabic">{about}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
