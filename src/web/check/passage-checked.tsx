/**
 * One passage of a draft: whether it occurs word for word, since when and in which series, and how other wordings
 * differ.
 */
import { sideMarks, tracked } from '../diff.ts';
import { direction } from '../direction.ts';
import { type Known, symbolOf } from '../known.ts';
import { counted, number, percent } from '../language.ts';
import type { Mark } from '../marks.ts';
import { numbersInOrder } from '../numbers.ts';
import { ChangeChips } from '../parts/change-chips.tsx';
import { Growing } from '../parts/growing.tsx';
import { SymbolName, Year, Years } from '../parts/isolated.tsx';
import { Marked } from '../parts/marked.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { Pieces } from '../parts/pieces.tsx';
import { paragraphAddress, placeName, ReportName } from '../parts/report-name.tsx';
import { seriesTitle } from '../parts/series-title.ts';
import { address } from '../place.ts';
import { quotedQuery } from '../query.ts';
import { sayCheck } from '../strings/check.ts';
import { say } from '../strings/index.ts';
import { bySeries, type Checked, near, type Wording } from './precedents.ts';

/** Number of other wordings that are shown at first. */
const few = 3;
/** A longer text is not worth searching for as a phrase. */
const longestPhrase = 600;

export function PassageChecked({
  text,
  place,
  checked,
  known,
}: {
  text: string;
  /** Its position in the draft, from 1. */
  place: number;
  checked: Checked;
  known: Known | undefined;
}) {
  const { verbatim, wordings } = checked;
  return (
    <article class="checked card">
      <h2>
        <span class="place-in-draft">{number(place)}</span> <Verdict checked={checked} />
      </h2>
      <blockquote class="anchor arabic" dir={direction(text)}>
        {text}
      </blockquote>
      {verbatim.occurrences > 0 && (
        <>
          <InSeries places={verbatim.reports} known={known} />
          <Places places={verbatim.reports} />
          <p class="ways">
            <a href={address({ page: 'wording', paragraph: verbatim.reports.at(-1)!.paragraph })}>
              {say('history')}
            </a>
            {text.length <= longestPhrase && (
              <a href={address({ page: 'phrase', q: quotedQuery(text) })}>{sayCheck('inContext')}</a>
            )}
          </p>
        </>
      )}
      {verbatim.occurrences === 0 && wordings.length === 0 && <p class="quiet">{sayCheck('tryShorter')}</p>}
      {wordings.length > 0 && (
        <>
          <h3>{sayCheck('others')}</h3>
          <Growing items={wordings} step={few} onDemand>
            {(some) => (
              <ol class="precedents">
                {some.map((wording) => (
                  <OneWording key={wording.paragraph} draft={text} wording={wording} known={known} />
                ))}
              </ol>
            )}
          </Growing>
        </>
      )}
    </article>
  );
}

function Verdict({ checked: { verbatim, wordings } }: { checked: Checked }) {
  const [nearest] = wordings;
  if (verbatim.occurrences > 0) {
    const { first, last, reports } = verbatim;
    return (
      <span class="verdict good">
        {sayCheck('verbatimIn')(reports.length)}
        {first?.year != null && (
          <>
            {' · '}
            {sayCheck('since')} <Year year={first.year} />
          </>
        )}
        {last?.year != null && last.year !== first?.year && (
          <>
            {' · '}
            {sayCheck('last')} <Year year={last.year} />
          </>
        )}
      </span>
    );
  }
  if (nearest === undefined) return <span class="verdict bad">{sayCheck('nothing')}</span>;
  const share = percent(nearest.similarity);
  return nearest.similarity >= near ? (
    <span class="verdict middling">{sayCheck('nearest')(share)}</span>
  ) : (
    <span class="verdict bad">{sayCheck('far')(share)}</span>
  );
}

/** In which series and bodies it occurs, and since when in each. */
function InSeries({
  places,
  known,
}: {
  places: readonly { report: string; year: number | null }[];
  known: Known | undefined;
}) {
  const list = bySeries(places, (report) => known?.byId.get(report)?.series ?? null);
  return (
    <ul class="in-series">
      {list.map(({ series: id, reports, first, last }) => {
        const series = known?.series.find((entry) => entry.id === id);
        return (
          <li key={id}>
            <bdi>{series ? seriesTitle(series) : sayCheck('outside')}</bdi>
            {series?.body && (
              <>
                {' '}
                <small class="quiet">
                  <SymbolName text={series.body} />
                </small>
              </>
            )}
            {': '}
            {counted(reports, 'report')}
            {first !== null && last !== null && (
              <>
                {' · '}
                <Years from={first} to={last} />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface PlaceOf {
  report: string;
  year: number | null;
  paragraph: string;
  number: number | null;
}

/** One link per report, labelled with its year. */
function Places({ places }: { places: readonly PlaceOf[] }) {
  return (
    <ul class="places-of" aria-label={sayCheck('places')}>
      {places.map(({ report, year, paragraph, number: printed }) => (
        <li key={paragraph}>
          <a href={paragraphAddress(paragraph)} title={placeName(paragraph, printed)}>
            {year === null ? <SymbolName text={symbolOf(report)} /> : <Year year={year} />}
          </a>
        </li>
      ))}
    </ul>
  );
}

const shifted =
  (by: number) =>
  ({ start, end, letters, ...mark }: Mark): Mark => ({
    ...mark,
    start: start + by,
    end: end + by,
    ...(letters ? { letters: letters.map(([from, to]) => [from + by, to + by] as const) } : {}),
  });

function OneWording({
  draft,
  wording,
  known,
}: {
  draft: string;
  wording: Wording;
  known: Known | undefined;
}) {
  const { paragraph, number: printed, start, text, before, after, diff, similarity, places } = wording;
  const [first] = places;
  const severalSeries = known?.chosen === null;
  const earlier = { text, start };
  const shown = { text: draft, start: 0 };
  return (
    <li>
      <p class="source-line">
        <strong>{sayCheck('likeness')(percent(similarity))}</strong>
        <ChangeChips {...wording} similarity={null} />
        <ReportName
          report={{ id: first!.report, symbol: symbolOf(first!.report), year: first!.year }}
          paragraph={paragraph}
        />
        <span>{placeName(paragraph, printed)}</span>
        <ParagraphMenu paragraph={paragraph} label={String(first!.year ?? '')} />
      </p>
      <p class="arabic" dir={direction(draft)}>
        <span class="around">{numbersInOrder(before)}</span>
        <Pieces pieces={tracked(diff, earlier, shown)} />
        {/[\p{L}\p{N}]/u.test(after) && <span class="around">{numbersInOrder(after)}</span>}
      </p>
      {places.length > 1 && (
        <>
          {severalSeries && <InSeries places={places} known={known} />}
          <Places places={places} />
        </>
      )}
      <div class="ways">
        <a href={address({ page: 'wording', paragraph })}>{sayCheck('history')}</a>
        <details>
          <summary>{sayCheck('sides')}</summary>
          <div class="two-sides" dir={direction(draft)}>
            <section>
              <h4>{sayCheck('theirs')}</h4>
              <p class="arabic" dir={direction(text)}>
                <span class="around">{numbersInOrder(before)}</span>
                <Marked text={text} marks={sideMarks(diff, 'base', paragraph).map(shifted(-start))} />
                <span class="around">{numbersInOrder(after)}</span>
              </p>
            </section>
            <section>
              <h4>{sayCheck('yours')}</h4>
              <p class="arabic" dir={direction(draft)}>
                <Marked text={draft} marks={sideMarks(diff, 'other', 'text')} />
              </p>
            </section>
          </div>
        </details>
      </div>
    </li>
  );
}
