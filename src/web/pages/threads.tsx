/** The statements that contain a phrase, each as a card that opens its history. */
import { useEffect, useState } from 'preact/hooks';
import { api, body, type Thread, type Threads } from '../client.ts';
import { direction } from '../direction.ts';
import { type Known, symbolOf, useKnown } from '../known.ts';
import { counted } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ActiveFilters } from '../parts/facets.tsx';
import { InsteadText, type Row, rowsOf, Strip, Versions } from '../parts/history.tsx';
import { Year, Years } from '../parts/isolated.tsx';
import { Marked } from '../parts/marked.tsx';
import { offsetOf, Pager } from '../parts/pager.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { phraseMarks, wordMarks } from '../parts/phrase-marks.ts';
import { Question } from '../parts/question.tsx';
import { placeName, ReportName } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { Template } from '../parts/template.tsx';
import type { Here, Place } from '../place.ts';
import { remember } from '../queries.ts';
import { asPhrase, filtersOf, matchOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { sayThreads } from '../strings/threads.ts';
import { useTitle } from '../title.ts';
import '../style/wording.css';

const size = 20;

export function ThreadsPage({ place }: Here) {
  const q = asPhrase(place.q ?? '');
  useTitle(q === '' ? say('inThreads') : `${q} · ${say('inThreads')}`);
  const known = useKnown();
  const query = {
    q,
    match: matchOf(place),
    limit: String(size),
    offset: String(offsetOf(place)),
    ...filtersOf(place),
  };
  const found = useLoaded(q === '' ? null : JSON.stringify(query), () => body(api.threads.$get({ query })));
  const answer = q === '' ? undefined : found.value;
  useEffect(() => {
    if (answer && answer.occurrences > 0 && answer.phrase.text === q) remember(place);
  }, [answer]);
  return (
    <>
      <Question place={place} view="threads" />
      {known.value?.reports.length === 0 && <EmptyCollection />}
      {found.error && <Failure error={found.error} retry={found.retry} />}
      {q === '' && <p class="quiet">{sayThreads('intro')}</p>}
      {q !== '' && !found.error && !answer && <Loading />}
      {answer && (
        <div aria-busy={found.loading}>
          <ActiveFilters place={place} known={known.value} />
          {answer.occurrences > 0 && (
            <p class="count" role="status">
              <strong>{counted(answer.occurrences, 'occurrence')}</strong>
              <span>{sayThreads('inStatements')(answer.total)}</span>
            </p>
          )}
          {answer.threads.map((thread, index) => (
            <Card
              key={`${thread.first.report} ${thread.text}`}
              thread={thread}
              tokens={answer.phrase.tokens}
              known={known.value}
              opened={index === 0 && answer.total === 1}
            />
          ))}
          {answer.occurrences === 0 && <Near answer={answer} place={place} />}
          <Pager place={place} total={answer.total} size={size} />
          <ScopeNote scope={answer.scope} />
        </div>
      )}
    </>
  );
}

function Card({
  thread,
  tokens,
  known,
  opened,
}: {
  thread: Thread;
  tokens: readonly string[];
  known: Known | undefined;
  opened: boolean;
}) {
  const [open, setOpen] = useState(opened);
  const { text, reports, wordings, first, last, versions, gaps, template } = thread;
  const rows = rowsOf(versions, gaps, known);
  return (
    <article class="thread card">
      <header>
        <p class="told">
          {sayThreads('stoodIn')(reports, reports + gaps.length)}
          {wordings > 0 && <> · {sayThreads('withWordings')(wordings)}</>}
          {first.year !== null && last.year !== null && (
            <>
              {' · '}
              <Years from={first.year} to={last.year} />
            </>
          )}
        </p>
        <Strip rows={rows} />
      </header>
      <p class="arabic" dir={direction(text)}>
        <Marked text={text} marks={phraseMarks(text, tokens)} />
      </p>
      <Gone rows={rows} />
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{sayThreads('versions')}</summary>
        {open && (
          <>
            <p class="quiet hint">{sayThreads('versionsHint')}</p>
            <Versions rows={rows} />
            {template && wordings > 1 && <Template template={template} versions={versions} />}
          </>
        )}
      </details>
    </article>
  );
}

/** What has replaced it since it disappeared. */
function Gone({ rows }: { rows: readonly Row[] }) {
  const last = rows.findLastIndex((row) => row.type === 'version');
  const after = rows.slice(last + 1).filter((row) => row.type === 'gap');
  const [gone] = after;
  if (!gone) return null;
  const told = after.find((row) => row.instead !== null);
  return (
    <div class="gone">
      <p>
        <strong>
          {told ? (
            <>
              {sayThreads('since')} <Year year={told.year ?? symbolOf(told.report)} /> {sayThreads('instead')}
            </>
          ) : (
            <>
              {sayThreads('andGone')} <Year year={gone.year ?? symbolOf(gone.report)} />
            </>
          )}
        </strong>
      </p>
      {told?.instead && <InsteadText instead={told.instead} before={told.before} />}
    </div>
  );
}

function Near({ answer }: { answer: Threads; place: Place }) {
  return (
    <>
      <Empty title={say('noOccurrence')} />
      {answer.near.length > 0 && (
        <section>
          <h2>{sayThreads('near')}</h2>
          <p class="quiet">{sayThreads('nearHint')}</p>
          <ol class="hits">
            {answer.near.map(({ paragraph, report, year, number, text, shared, times }) => (
              <li key={paragraph + text}>
                <div class="source">
                  <ReportName report={{ id: report, symbol: symbolOf(report), year }} paragraph={paragraph} />
                  <ParagraphMenu paragraph={paragraph} />
                </div>
                <p class="where">
                  {placeName(paragraph, number)}
                  {times > 1 && ` · ${sayThreads('times')(times)}`}
                </p>
                <p class="arabic" dir={direction(text)}>
                  <Marked text={text} marks={wordMarks(text, shared)} />
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
