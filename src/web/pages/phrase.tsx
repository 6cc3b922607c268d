/** A phrase in context: every occurrence, with the keyword in its own column, and counts of its neighbours. */
import { useEffect } from 'preact/hooks';
import { api, body, type PhraseAnswer } from '../client.ts';
import { useKnown } from '../known.ts';
import { counted, decimal, number } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Exports } from '../parts/export.tsx';
import { ActiveFilters, Facets } from '../parts/facets.tsx';
import { Year } from '../parts/isolated.tsx';
import { KeywordLines } from '../parts/keyword-lines.tsx';
import { offsetOf, Pager } from '../parts/pager.tsx';
import { matchWords } from '../parts/query-words.ts';
import { Question } from '../parts/question.tsx';
import { placeName } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { YearChart } from '../parts/year-chart.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { remember } from '../queries.ts';
import { asPhrase, filtersOf, matchOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { sayPhrase } from '../strings/phrase.ts';
import { useTitle } from '../title.ts';
import '../style/context.css';

const sorts = ['year', 'report', 'before', 'before2', 'before3', 'after', 'after2', 'after3'] as const;
const widths = ['4', '8', '15', '30'] as const;
const samples = ['50', '200', '1000'] as const;
const size = 200;

/** One of the values of a choice, by default the first. */
const oneOf = <T extends string>(values: readonly T[], given: string | undefined, otherwise: T): T =>
  values.find((value) => value === given) ?? otherwise;

export function PhrasePage({ place }: Here) {
  const q = asPhrase(place.q ?? '');
  const sample = samples.find((value) => value === place.sample);
  useTitle(q === '' ? say('inContext') : `${q} · ${say('inContext')}`);
  const known = useKnown();
  const query = {
    q,
    match: matchOf(place),
    sort: oneOf(sorts, place.order, 'year'),
    width: oneOf(widths, place.width, '8'),
    order: place.neighbours === 'association' ? ('association' as const) : ('count' as const),
    ...(sample ? { sample, seed: String(Number(place.seed) || 1) } : {}),
    limit: String(sample ? Math.min(1000, Number(sample)) : size),
    offset: String(sample ? 0 : offsetOf(place)),
    ...filtersOf(place),
  };
  const found = useLoaded(q === '' ? null : JSON.stringify(query), () => body(api.phrases.$get({ query })));
  const reports = known.value?.reports ?? [];
  const answer = q === '' ? undefined : found.value;
  useEffect(() => {
    if (answer && answer.occurrences > 0 && answer.phrase.text === q) remember(place);
  }, [answer]);
  return (
    <>
      <Question place={place} view="phrase" />
      {known.value && reports.length === 0 && <EmptyCollection />}
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {found.error && <Failure error={found.error} retry={found.retry} />}
      {q !== '' && !found.error && !answer && <Loading />}
      {answer && (
        <div aria-busy={found.loading}>
          <YearChart place={place} phrase={q} reports={reports} />
          <Count answer={answer} place={place} />
          <ActiveFilters place={place} known={known.value} />
          {answer.occurrences === 0 && <Empty title={say('noOccurrence')} />}
          <div class="with-aside">
            <Facets
              place={{ ...place, offset: '' }}
              counts={{
                report: Object.fromEntries(answer.by_report.map((row) => [row.report, row.occurrences])),
              }}
              known={known.value}
            />
            {answer.occurrences > 0 && (
              <section aria-label={sayPhrase('concordance')}>
                <Neighbours answer={answer} place={place} q={q} />
                <Choices place={place} query={query} />
                {answer.sample && (
                  <p class="quiet">
                    {sayPhrase('sampled')}{' '}
                    <a href={address({ ...place, seed: String((Number(place.seed) || 1) + 1) })}>
                      {sayPhrase('another')}
                    </a>
                  </p>
                )}
                <p class="quiet hint">{sayPhrase('openLine')}</p>
                <KeywordLines
                  lines={answer.concordance}
                  symbols={new Map(answer.by_report.map(({ report, symbol }) => [report, symbol]))}
                />
                {!sample && <Pager place={place} total={answer.occurrences} size={size} />}
                <Exports name={`${q} ${sayPhrase('concordance')}`} rows={() => rowsOf(answer)} />
              </section>
            )}
          </div>
          <ScopeNote scope={answer.scope} />
        </div>
      )}
    </>
  );
}

function rowsOf({ concordance, by_report }: PhraseAnswer) {
  const symbols = new Map(by_report.map(({ report, symbol }) => [report, symbol]));
  return [
    [
      say('year'),
      say('symbol'),
      sayPhrase('where'),
      sayPhrase('beforeIt'),
      sayPhrase('keyword'),
      sayPhrase('afterIt'),
    ],
    ...concordance.map((line) => [
      line.year,
      symbols.get(line.report) ?? line.report,
      placeName(line.paragraph, null),
      line.before,
      line.keyword,
      line.after,
    ]),
  ];
}

function Count({ answer, place }: { answer: PhraseAnswer; place: Place }) {
  const { first, last } = answer;
  const others = (['exact', 'folded', 'stem'] as const).filter((name) => name !== matchOf(place));
  return (
    <p class="count">
      <span role="status">
        <strong>{counted(answer.occurrences, 'occurrence')}</strong>
        {answer.occurrences > 0 && ` ${say('inTexts')} ${counted(answer.reports, 'report', 'after')}`}
        {first?.year != null && (
          <>
            {' · '}
            {say('firstIn')} <Year year={first.year} />
          </>
        )}
        {last?.year != null && (
          <>
            {' · '}
            {say('lastIn')} <Year year={last.year} />
          </>
        )}
      </span>
      {others.map((name) => (
        <a
          key={name}
          class="also"
          href={address({ ...place, match: name === 'folded' ? '' : name, offset: '' })}
        >
          {say(matchWords[name])}: {number(answer.also[name])}
        </a>
      ))}
    </p>
  );
}

function Choices({ place, query }: { place: Place; query: { sort: string; width: string } }) {
  const choose = (name: string) => (event: { currentTarget: HTMLSelectElement }) =>
    go({ ...place, offset: '', [name]: event.currentTarget.value });
  return (
    <div class="row choices">
      <label>
        {say('order')}
        <select value={query.sort} onChange={choose('order')}>
          {sorts.map((name) => (
            <option key={name} value={name}>
              {sayPhrase(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayPhrase('width')}
        <select value={query.width} onChange={choose('width')}>
          {widths.map((width) => (
            <option key={width} value={width}>
              {counted(Number(width), 'word')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayPhrase('sample')}
        <select value={place.sample ?? ''} onChange={choose('sample')}>
          <option value="">{sayPhrase('everything')}</option>
          {samples.map((count) => (
            <option key={count} value={count}>
              {counted(Number(count), 'place')}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The words next to the phrase, by frequency or by strength of association; each links to the longer phrase. */
function Neighbours({ answer, place, q }: { answer: PhraseAnswer; place: Place; q: string }) {
  if (answer.before.length + answer.after.length === 0) return null;
  const drawn = place.neighbours === 'association';
  return (
    <div class="neighbours card">
      <div class="row choices">
        <h2>{sayPhrase('neighbours')}</h2>
        <fieldset class="switch">
          <legend class="unseen">{sayPhrase('neighbours')}</legend>
          {([false, true] as const).map((strong) => (
            <button
              key={String(strong)}
              type="button"
              aria-pressed={drawn === strong}
              onClick={() => go({ ...place, neighbours: strong ? 'association' : '' })}
            >
              {sayPhrase(strong ? 'byAssociation' : 'byCount')}
            </button>
          ))}
        </fieldset>
      </div>
      <div class="sides-of-it">
        <Words
          title={say('wordsBefore')}
          words={answer.before}
          make={(word) => `"${word} ${q}"`}
          place={place}
        />
        <Words
          title={say('wordsAfter')}
          words={answer.after}
          make={(word) => `"${q} ${word}"`}
          place={place}
        />
      </div>
    </div>
  );
}

function Words({
  title,
  words,
  make,
  place,
}: {
  title: string;
  words: PhraseAnswer['before'];
  make: (word: string) => string;
  place: Place;
}) {
  if (words.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {words.slice(0, 12).map(({ word, count, association }) => (
          <li key={word}>
            <a class="arabic" href={address({ ...place, q: make(word), offset: '' })}>
              <bdi>{word}</bdi>
            </a>{' '}
            <span class="amount">
              {association === undefined ? number(count) : `${number(count)} · ${decimal(association)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
