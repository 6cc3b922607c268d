/** The top of every view of a report: name and facts, links to its neighbours, and its views. */
import type { ComponentChildren } from 'preact';
import { type Report, reportOf } from '../client.ts';
import { known } from '../known.ts';
import { counted, dates, number } from '../language.ts';
import { type Loaded, useLoaded } from '../load.ts';
import { address } from '../place.ts';
import { OriginalLink } from '../reader/original-link.tsx';
import { say } from '../strings/index.ts';
import { sayReader } from '../strings/reader.ts';
import { useTitle } from '../title.ts';
import { Failure, Loading } from './state.tsx';
import { ViewTabs } from './view-tabs.tsx';

export interface Framed {
  report: Report;
  previous: Report | undefined;
  next: Report | undefined;
}

/** A report and its neighbours in its series. */
async function framed(id: string): Promise<Framed> {
  const report = await reportOf(id);
  const { series, language } = report;
  const others = series === null ? [] : (await known(series)).reports;
  const siblings = others.filter(
    (other) => other.id === id || (!other.unreadable && other.language === language),
  );
  const at = siblings.findIndex((other) => other.id === report.id);
  return { report, previous: siblings[at - 1], next: at < 0 ? undefined : siblings[at + 1] };
}

const views = { report: 'text', recurring: 'recurring' } as const;

export function ReportFrame<T>({
  id,
  view,
  content,
  children,
}: {
  id: string;
  view: keyof typeof views;
  /** What the view itself loads. */
  content: Loaded<T>;
  children: (value: T, frame: Framed) => ComponentChildren;
}) {
  const frame = useLoaded(id, () => framed(id));
  const report = frame.value?.report;
  const named = report ? `${report.year ?? ''} ${report.symbol}`.trim() : id;
  useTitle(view === 'report' ? named : `${named} · ${say(views[view])}`);
  const failed = frame.error ? frame : content.error ? content : null;
  if (failed?.error) {
    return (
      <>
        <h1>{report ? named : say('oneReport')}</h1>
        <Failure error={failed.error} retry={failed.retry} />
      </>
    );
  }
  if (!frame.value || !report) return <Loading />;
  const { previous } = frame.value;
  return (
    <>
      <Facts {...frame.value} />
      <ViewTabs
        label={report.symbol}
        tabs={[
          ...(['report', 'recurring'] as const).map((name) => ({
            label: say(views[name]),
            place: { page: name, id },
            current: name === view,
          })),
          ...(previous
            ? [
                {
                  label: say('compareBefore'),
                  place: { page: 'compare', base: previous.id, other: id },
                  current: false,
                },
              ]
            : []),
        ]}
      />
      {content.value === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={content.loading || frame.loading}>{children(content.value, frame.value)}</div>
      )}
    </>
  );
}

function Facts({ report, previous, next }: Framed) {
  const beside = (other: Report | undefined, word: 'previous' | 'next') =>
    other && (
      <a href={address({ page: 'report', id: other.id })} rel={word === 'previous' ? 'prev' : 'next'}>
        {say(word)}: {other.year ?? other.symbol}
      </a>
    );
  return (
    <header class="facts">
      <p>
        <strong>
          <bdi dir="ltr">{report.symbol}</bdi>
        </strong>
        {report.session !== null && ` · ${say('session')} ${number(report.session)}`}
        {report.date ? ` · ${dates(report.date)}` : report.year !== null && ` · ${report.year}`} ·{' '}
        {counted(report.words, 'word')}
        {report.repairs.words > 0 && (
          <>
            {' · '}
            <a href={address({ page: 'reports', repairs: report.id })}>
              {sayReader('repairedWords')(report.repairs.words)}
            </a>
          </>
        )}
        {' · '}
        <OriginalLink report={report} page={null} />
        {report.source.layer === 'ocr' && <span class="warn"> · {sayReader('recognised')}</span>}
        {report.source.structure === 'tags' && ` · ${sayReader('byTags')}`}
      </p>
      <p class="beside">
        {beside(previous, 'previous')} {beside(next, 'next')}
      </p>
    </header>
  );
}
