/**
 * One report to read: printed numbers, references as links, the age of its wording in colour with a legend and a strip
 * next to the text, repaired and doubtful words marked; clicking a passage opens its history.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { all, api, body, type Novelty, type Paragraph, type Repair, type Report } from '../client.ts';
import { useKeys } from '../frame/keys.tsx';
import { known } from '../known.ts';
import { counted, percent } from '../language.ts';
import { type Loaded, useLoaded } from '../load.ts';
import { Contents } from '../parts/contents.tsx';
import { SymbolName } from '../parts/isolated.tsx';
import { ReportFrame } from '../parts/report-frame.tsx';
import { ordinalOf } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { problemText } from '../parts/state.tsx';
import { WarningMessage } from '../parts/warning-message.tsx';
import { amend, chosenSeries, everySeries, go, type Here, type Place } from '../place.ts';
import { AgeStrip, toParagraph } from '../reader/age-strip.tsx';
import { agesOf } from '../reader/ages.ts';
import type { Ranged } from '../reader/layers.ts';
import { Legend } from '../reader/legend.tsx';
import { withNews } from '../reader/news.ts';
import { Passage, usePressed } from '../reader/passage.tsx';
import { firstInSight, useInSight } from '../reader/position.ts';
import { ageMarks, readingMarks, textOf, type Value } from '../reader/reading.ts';
import { type Layers, ReportText } from '../reader/report-text.tsx';
import { isRestoring } from '../scroll.ts';
import { say } from '../strings/index.ts';
import { sayReader } from '../strings/reader.ts';
import '../style/reader.css';

export function ReportPage({ place, fragment }: Here) {
  const { id = '' } = place;
  const loaded = useLoaded(id, async () => {
    const [paragraphs, { reports }] = await Promise.all([textOf(id), known(chosenSeries() || everySeries)]);
    return { paragraphs, bySymbol: new Map(reports.map((report) => [report.symbol, report.id])) };
  });
  return (
    <ReportFrame id={id} view="report" content={loaded}>
      {({ paragraphs, bySymbol }, { report }) => (
        <Reading
          key={report.id}
          place={place}
          report={report}
          bySymbol={bySymbol}
          paragraphs={paragraphs}
          pointed={fragment || numbered(paragraphs, place)}
        />
      )}
    </ReportFrame>
  );
}

/** The former address of "what is new", before it became a view of the text. */
export function NoveltyPage({ place }: Here) {
  useEffect(() => amend({ ...place, page: 'report', only: 'new' }), []);
  return null;
}

/** The paragraph with the printed number in the address, in the main part or in the annex named. */
function numbered(paragraphs: readonly Paragraph[], { number = '', part = 'main' }: Place): string {
  const found = paragraphs.find(
    (one) => number !== '' && one.number === Number(number) && one.kind !== 'footnote' && one.part === part,
  );
  return found ? `p${found.ordinal}` : '';
}

const none: readonly Ranged<Value>[] = [];

function Reading({
  place,
  report,
  bySymbol,
  paragraphs,
  pointed,
}: {
  place: Place;
  report: Report;
  /** Ids of the reports that a reference can link to. */
  bySymbol: ReadonlyMap<string, string>;
  paragraphs: readonly Paragraph[];
  /** Id of the paragraph that the address points to. */
  pointed: string;
}) {
  const { id } = report;
  const within = useRef<HTMLDivElement>(null);
  const novelty = useLoaded(id, () => body(api.reports[':id'].novelty.$get({ param: { id }, query: {} })));
  const repairs = useLoaded(report.repairs.words > 0 ? id : null, () => repairsOf(id));
  const shown = { age: place.age !== '0', reading: place.reading !== '0', new: place.only === 'new' };
  const ages = useMemo(() => (novelty.value ? agesOf(novelty.value) : null), [novelty.value]);
  const judged = useMemo(
    () => new Map(novelty.value?.paragraphs.map((one) => [one.paragraph, one])),
    [novelty.value],
  );
  const layers = useMemo((): Layers => {
    const shadeOf = (first: string) => ages?.steps[ages.stepOf.get(first) ?? -1]?.shade;
    return {
      ages(paragraph) {
        const found = judged.get(paragraph.id);
        return shown.age && found ? ageMarks(found, shadeOf) : none;
      },
      reading: (paragraph) =>
        shown.reading ? readingMarks(paragraph, repairs.value?.get(paragraph.id) ?? []) : none,
      reportWith: (symbol) => bySymbol.get(symbol),
    };
  }, [bySymbol, ages, judged, repairs.value, shown.age, shown.reading]);
  const onlyNew = shown.new && ages !== null;
  const parts = useMemo(
    () => (onlyNew ? withNews(paragraphs, judged) : paragraphs),
    [paragraphs, judged, onlyNew],
  );
  // Cached, so that moving through the text does not redraw it.
  const [drawn, setDrawn] = useState(0);
  const text = useMemo(
    () => <ReportText report={report} parts={parts} layers={layers} onDrawn={setDrawn} />,
    [report, parts, layers],
  );
  const inSight = useInSight(within, text);
  usePointed(pointed, drawn);
  const news = useMemo(
    () => paragraphs.filter((one) => (judged.get(one.id)?.new_share ?? 0) > 0).map((one) => one.ordinal),
    [paragraphs, judged],
  );
  // Where the last step led: near the end of the text, a paragraph cannot be scrolled to the top.
  const stepped = useRef({ to: 0, scroll: -1 });
  const toNews = (step: 1 | -1) => {
    const here = stepped.current.scroll === scrollY ? stepped.current.to : firstInSight(within.current);
    const goal = step > 0 ? news.find((one) => one > here) : news.findLast((one) => one < here);
    if (goal === undefined) return;
    toParagraph(goal);
    stepped.current = { to: goal, scroll: scrollY };
  };
  useKeys([
    { key: 'j', says: sayReader('nextNew'), run: () => toNews(1) },
    { key: 'k', says: sayReader('previousNew'), run: () => toNews(-1) },
  ]);
  const { pressed, press } = usePressed(within);
  const opened = pressed && paragraphs.find(({ ordinal }) => ordinal === pressed.ordinal);
  const marked = report.repairs.words + report.repairs.doubtful > 0;
  return (
    <>
      <Warnings report={report} />
      <div class="reader-tools">
        <fieldset class="row">
          <legend class="unseen">{sayReader('show')}</legend>
          <Switch place={place} name="age" off="0" on="" disabled={ages === null} />
          {marked && <Switch place={place} name="reading" off="0" on="" />}
          <Switch place={place} name="only" off="" on="new" disabled={ages === null} />
        </fieldset>
        {ages !== null && news.length > 0 && (
          <span class="steps">
            <button
              type="button"
              aria-keyshortcuts="k"
              title={`${sayReader('previousNew')} (k)`}
              aria-label={sayReader('previousNew')}
              onClick={() => toNews(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-keyshortcuts="j"
              title={`${sayReader('nextNew')} (j)`}
              aria-label={sayReader('nextNew')}
              onClick={() => toNews(1)}
            >
              ↓
            </button>
          </span>
        )}
      </div>
      <NoveltyNote novelty={novelty} />
      <Legend ages={shown.age ? ages : null} reading={marked && shown.reading} />
      <div class="reader">
        <Contents
          paragraphs={onlyNew ? parts.flatMap((part) => ('folded' in part ? [] : [part])) : paragraphs}
          inSight={inSight?.first}
        />
        <div class="reader-text" ref={within}>
          {onlyNew && news.length === 0 && <p class="quiet">{sayReader('allOld')}</p>}
          {text}
        </div>
        {shown.age && ages !== null && novelty.value && (
          <AgeStrip novelty={novelty.value} ages={ages} inSight={inSight} />
        )}
      </div>
      {opened && pressed && (
        <Passage
          report={report}
          paragraph={opened}
          offset={pressed.offset}
          judged={judged.get(opened.id)}
          reading={readingMarks(opened, repairs.value?.get(opened.id) ?? [])}
          to={(offset) => press({ ordinal: opened.ordinal, offset })}
          close={() => {
            press(null);
            document
              .getElementById(`p${opened.ordinal}`)
              ?.querySelector('button')
              ?.focus({ preventScroll: true });
          }}
        />
      )}
      {novelty.value && <ScopeNote scope={novelty.value.scope} />}
    </>
  );
}

/** By paragraph. */
async function repairsOf(id: string): Promise<Map<string, Repair[]>> {
  const list = await all((query) => body(api.reports[':id'].repairs.$get({ param: { id }, query })));
  const byParagraph = new Map<string, Repair[]>();
  for (const repair of list) {
    const before = byParagraph.get(repair.paragraph);
    if (before) before.push(repair);
    else byParagraph.set(repair.paragraph, [repair]);
  }
  return byParagraph;
}

/** Marks the paragraph that the address points to, and scrolls to it once it is drawn. */
function usePointed(pointed: string, drawn: number): void {
  const shown = useRef('');
  useEffect(() => {
    const element = pointed === '' ? null : document.getElementById(pointed);
    if (!element) return;
    element.classList.add('here');
    if (shown.current !== pointed && !isRestoring()) element.scrollIntoView();
    shown.current = pointed;
    return () => element.classList.remove('here');
  }, [pointed, drawn]);
  useEffect(() => {
    // A link to the current address does not scroll by itself.
    const again = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a[href^="#p"]');
      if (link) document.getElementById(link.getAttribute('href')!.slice(1))?.scrollIntoView();
    };
    document.addEventListener('click', again);
    return () => document.removeEventListener('click', again);
  }, []);
}

const switches = { age: 'age', reading: 'reading', only: 'onlyNew' } as const;

function Switch({
  place,
  name,
  on,
  off,
  disabled = false,
}: {
  place: Place;
  name: keyof typeof switches;
  /** Values in the address. */
  on: string;
  off: string;
  disabled?: boolean;
}) {
  const pressed = (place[name] ?? '') === on;
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={pressed && !disabled}
      disabled={disabled}
      onClick={() => go({ ...place, [name]: pressed ? off : on })}
    >
      {sayReader(switches[name])}
    </button>
  );
}

/** How much is new, or why that is not known. */
function NoveltyNote({ novelty }: { novelty: Loaded<Novelty> }) {
  if (novelty.error) {
    return (
      <p class="warn" role="status">
        {sayReader('noAge')} {problemText(novelty.error)}
      </p>
    );
  }
  if (!novelty.value) {
    return (
      <p class="quiet" role="status">
        {sayReader('ageLoading')}
      </p>
    );
  }
  const { coverage, missing, undated } = novelty.value;
  const symbols = (list: readonly string[]) =>
    list.map((symbol, index) => (
      <span key={symbol}>
        {index > 0 && ' · '}
        <SymbolName text={symbol} />
      </span>
    ));
  return (
    <div class="novelty-note">
      {coverage === null ? (
        <p class="warn">{say('noEarlier')}</p>
      ) : (
        <p class="quiet">
          <strong>{sayReader('newShare')(percent(1 - coverage.share))}.</strong> {sayReader('ageHint')}
        </p>
      )}
      {missing.length > 0 && (
        <p class="warn">
          {say('missingEarlier')} {symbols(missing)}
        </p>
      )}
      {undated.length > 0 && (
        <p class="warn">
          {say('undated')} {symbols(undated)}
        </p>
      )}
    </div>
  );
}

/** Longer lists are folded. */
const few = 3;

function Warnings({ report }: { report: Report }) {
  const { warnings, unreadable } = report;
  return (
    <>
      {unreadable && <p class="warn">{sayReader('unreadable')}</p>}
      {warnings.length > 0 && (
        <details class="warnings" open={warnings.length <= few}>
          <summary>{counted(warnings.length, 'note')}</summary>
          <ul>
            {warnings.map((warning, index) => (
              <li key={`${warning.code} ${warning.paragraph ?? index}`}>
                <WarningMessage warning={warning} />{' '}
                {warning.paragraph && (
                  <a href={`#p${ordinalOf(warning.paragraph)}`}>¶ {ordinalOf(warning.paragraph)}</a>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
