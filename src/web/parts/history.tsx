/**
 * The history of a statement or paragraph: a strip of reports, its versions by date with what changed, and folded runs
 * of reports without a version, with what they say instead.
 */
import type { ComponentChildren } from 'preact';
import type { DiffPart, Thread } from '../client.ts';
import { tracked } from '../diff.ts';
import { direction } from '../direction.ts';
import { type Known, symbolOf } from '../known.ts';
import { percent } from '../language.ts';
import { address } from '../place.ts';
import { sayThreads } from '../strings/threads.ts';
import { ChangeChips } from './change-chips.tsx';
import { SymbolName, Year, Years } from './isolated.tsx';
import { ParagraphMenu } from './paragraph-menu.tsx';
import { Pieces } from './pieces.tsx';
import { paragraphAddress, placeName } from './report-name.tsx';

type Described = Pick<
  Thread['versions'][number],
  'change' | 'punctuation' | 'doubtful' | 'strength' | 'qualifiers'
>;

export interface Version extends Described {
  report: string;
  year: number | null;
  paragraph: string;
  /** The printed number; undefined if the answer does not have it. */
  number?: number | null;
  start: number;
  text: string;
  similarity: number | null;
  diff: readonly DiffPart[];
  also?: readonly { paragraph: string; number: number | null }[];
}

type Instead = NonNullable<Thread['gaps'][number]['instead']>;

export type Row =
  | { type: 'version'; year: number | null; version: Version; before: Version | undefined; wording: number }
  | { type: 'gap'; year: number | null; report: string; instead: Instead | null; before: Version | undefined }
  | { type: 'missing'; year: number; symbol: string | null };

/** Versions, gaps, and the meetings between them with missing reports, by date. */
export function rowsOf(
  versions: readonly Version[],
  gaps: readonly { report: string; year: number | null; instead?: Instead | null }[],
  known: Known | undefined,
): Row[] {
  const order = new Map(known?.reports.map(({ id }, index) => [id, index]));
  const at = ({ report, year }: { report: string; year: number | null }) =>
    order.get(report) ?? (year ?? 9999) * 1000;
  const dated = [
    ...versions.map((version) => ({ report: version.report, year: version.year, version, instead: null })),
    ...gaps.map(({ report, year, instead }) => ({ report, year, version: null, instead: instead ?? null })),
  ].sort((a, b) => at(a) - at(b));
  let before: Version | undefined;
  let wording = 0;
  const rows = dated.map(({ report, year, version, instead }): Row => {
    if (version === null) {
      // Before the first version, the comparison is with the first version.
      return { type: 'gap', year, report, instead, before: before ?? versions[0] };
    }
    const changed = version.change !== 'identical' && version.change !== 'orthographic';
    if (before === undefined || changed) wording++;
    const row: Row = { type: 'version', year, version, before, wording };
    before = version;
    return row;
  });
  const years = rows.flatMap(({ year }) => (year === null ? [] : [year]));
  for (const meeting of known?.chosen?.meetings ?? []) {
    const { status, year, symbol } = meeting;
    if (status !== 'missing' || year < Math.min(...years) || year > Math.max(...years)) continue;
    const place = rows.findIndex((row) => row.year !== null && row.year > year);
    rows.splice(place < 0 ? rows.length : place, 0, { type: 'missing', year, symbol });
  }
  return rows;
}

/** One mark for each report: equal wordings have the same number, hollow marks mean absent, hatched ones unknown. */
export function Strip({ rows }: { rows: readonly Row[] }) {
  return (
    <ol class="strip" aria-label={sayThreads('strip')}>
      {rows.map((row) => {
        if (row.type === 'missing') {
          return (
            <li key={`missing ${row.year} ${row.symbol}`}>
              <span class="mark-of unknown" title={`${row.year}: ${sayThreads('missing')}`}>
                <Spoken year={row.year}>{sayThreads('missing')}</Spoken>
              </span>
            </li>
          );
        }
        if (row.type === 'gap') {
          return (
            <li key={row.report}>
              <a
                class="mark-of absent"
                href={address({ page: 'report', id: row.report })}
                title={`${row.year ?? ''}: ${sayThreads('absent')}`}
              >
                <Spoken year={row.year}>{sayThreads('absent')}</Spoken>
              </a>
            </li>
          );
        }
        const said = `${sayThreads('wordingNumber')} ${row.wording}`;
        return (
          <li key={row.version.report}>
            <a
              class={`mark-of stands ${row.wording % 2 === 0 ? 'even' : ''}`}
              href={paragraphAddress(row.version.paragraph)}
              title={`${row.year ?? ''}: ${said}`}
            >
              <span aria-hidden="true">{row.wording}</span>
              <Spoken year={row.year}>{said}</Spoken>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function Spoken({ year, children }: { year: number | null; children: ComponentChildren }) {
  return (
    <span class="unseen">
      {year}: {children}
    </span>
  );
}

/** Groups consecutive rows of one kind, so that gaps can be folded. */
function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row.type !== 'version' && last[0]!.type !== 'version') last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/**
 * `here`: the paragraph whose history this is, null for a pasted text. Similarity is to that paragraph, otherwise to
 * the previous version.
 */
export function Versions({ rows, here }: { rows: readonly Row[]; here?: string | null }) {
  return (
    <ol class="versions">
      {runsOf(rows).map((run) => {
        const [first] = run;
        return first!.type === 'version' ? (
          <OneVersion
            key={first!.version.report}
            row={first!}
            here={first!.version.paragraph === here}
            toAnchor={here !== undefined}
          />
        ) : (
          <Gap key={run.map(({ year }) => year).join(' ')} run={run} />
        );
      })}
    </ol>
  );
}

function Gap({ run }: { run: readonly Row[] }) {
  const years = run.flatMap(({ year }) => (year === null ? [] : [year]));
  const absent = run.filter((row) => row.type === 'gap');
  const missing = run.length - absent.length;
  const told = absent.filter((row) => row.instead !== null);
  const title = [
    absent.length > 0 ? sayThreads('gapsFolded')(absent.length) : '',
    missing > 0 ? sayThreads('missingFolded')(missing) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <li class="gap">
      <span class="when">
        {years.length > 0 && <Years from={Math.min(...years)} to={Math.max(...years)} />}
      </span>
      {told.length === 0 ? (
        <p>{title}</p>
      ) : (
        <details>
          <summary>{title}</summary>
          {told.map((row) => (
            <div key={row.report}>
              <p class="source-line">
                <Year year={row.year ?? symbolOf(row.report)} /> · {sayThreads('insteadThere')}{' '}
                <a href={paragraphAddress(row.instead!.paragraph)}>
                  {placeName(row.instead!.paragraph, row.instead!.number)}
                </a>
              </p>
              <InsteadText instead={row.instead!} before={row.before} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

/** What the report says instead, and how it differs from the previous version. */
export function InsteadText({ instead, before }: { instead: Instead; before: Version | undefined }) {
  return (
    <>
      <p class="arabic" dir={direction(instead.text)}>
        {before ? (
          <Pieces pieces={tracked(instead.diff, { text: before.text, start: before.start }, instead)} />
        ) : (
          instead.text
        )}
      </p>
      <ChangeChips change={null} {...chips(instead)} />
    </>
  );
}

const chips = ({ strength, qualifiers }: Pick<Described, 'strength' | 'qualifiers'>) => ({
  ...(strength ? { strength } : {}),
  ...(qualifiers ? { qualifiers } : {}),
});

function OneVersion({
  row,
  here,
  toAnchor,
}: {
  row: Extract<Row, { type: 'version' }>;
  here: boolean;
  toAnchor: boolean;
}) {
  const { version, before } = row;
  const { year, report, paragraph, text, similarity, change, also = [] } = version;
  const same = change === 'identical' && before !== undefined;
  return (
    <li class={here ? 'here' : ''}>
      <a class="when" href={paragraphAddress(paragraph)}>
        {year === null ? <SymbolName text={symbolOf(report)} /> : <Year year={year} />}
      </a>
      <div>
        <p class="source-line">
          {version.number !== undefined && <span>{placeName(paragraph, version.number)}</span>}
          {change === null || before === undefined ? (
            <span class="kind">{sayThreads('firstVersion')}</span>
          ) : same ? (
            <span class="kind identical">{sayThreads('same')}</span>
          ) : (
            <ChangeChips
              change={change}
              punctuation={version.punctuation}
              doubtful={version.doubtful}
              {...chips(version)}
            />
          )}
          {here && <span class="kind">{sayThreads('thisOne')}</span>}
          {similarity !== null && !same && !here && before !== undefined && (
            <span class="quiet">{sayThreads(toAnchor ? 'likeThis' : 'likeness')(percent(similarity))}</span>
          )}
          <ParagraphMenu paragraph={paragraph} label={String(year ?? '')} />
        </p>
        {!same && (
          <p class="arabic" dir={direction(text)}>
            {before === undefined ? (
              text
            ) : (
              <Pieces pieces={tracked(version.diff, { text: before.text, start: before.start }, version)} />
            )}
          </p>
        )}
        {also.length > 0 && (
          <p class="quiet source-line">
            {sayThreads('alsoAt')}{' '}
            {also.map((one) => (
              <a key={one.paragraph} href={paragraphAddress(one.paragraph)}>
                {placeName(one.paragraph, one.number)}
              </a>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}
