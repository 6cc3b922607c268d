/** The versions of a wording in dated order; a report without one, and a meeting without a report, are gaps. */
import type { Series, Wording } from '../client.ts';
import { tracked } from '../diff.ts';
import { direction } from '../direction.ts';
import { percent } from '../language.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { ChangeChips } from './change-chips.tsx';
import { Pieces } from './pieces.tsx';
import { paragraphAddress } from './report-name.tsx';

type Version = Wording['versions'][number];
type Row =
  | { type: 'version'; year: number | null; version: Version; before: Version | undefined }
  | { type: 'missing'; year: number; symbol: string };

function rowsOf(versions: readonly Version[], missing: Series['meetings']): Row[] {
  let before: Version | undefined;
  const rows = versions.map((version): Row => {
    const row: Row = { type: 'version', year: version.year, version, before };
    if (version.paragraph !== null) before = version;
    return row;
  });
  for (const { year, symbol, key } of missing) {
    const at = rows.findIndex((row) => row.year !== null && row.year > year);
    rows.splice(at < 0 ? rows.length : at, 0, { type: 'missing', year, symbol: symbol ?? key });
  }
  return rows;
}

export function Versions({
  wording,
  missing,
  symbols,
}: {
  wording: Wording;
  /** Meetings without a report. */
  missing: Series['meetings'];
  /** Symbols by report id. */
  symbols: ReadonlyMap<string, string>;
}) {
  return (
    <ol class="versions">
      {rowsOf(wording.versions, missing).map((row) =>
        row.type === 'missing' ? (
          <li key={`missing ${row.symbol}`} class="gap">
            <span class="when">{row.year}</span>
            <p>
              <bdi dir="ltr">{row.symbol}</bdi> — {say('missing')}
            </p>
          </li>
        ) : (
          <OneVersion
            key={row.version.report}
            version={row.version}
            before={row.before}
            symbol={symbols.get(row.version.report) ?? row.version.report}
            here={row.version.report === wording.anchor.report}
          />
        ),
      )}
    </ol>
  );
}

function OneVersion({
  version,
  before,
  symbol,
  here,
}: {
  version: Version;
  before: Version | undefined;
  symbol: string;
  here: boolean;
}) {
  const { year, report, paragraph, text, similarity } = version;
  if (paragraph === null || text === null) {
    return (
      <li class="gap">
        <span class="when">{year ?? ''}</span>
        <p>
          <a href={address({ page: 'report', id: report })}>
            <bdi dir="ltr">{symbol}</bdi>
          </a>{' '}
          — {say('noVersion')}
        </p>
      </li>
    );
  }
  const passage = { text, start: version.start ?? 0 };
  return (
    <li class={here ? 'here' : ''}>
      <a class="when" href={paragraphAddress(paragraph)} title={symbol}>
        {year ?? symbol}
      </a>
      <div>
        <p class="source">
          {version.change === null ? (
            <span class="kinds">
              <span class="kind">{say('firstVersion')}</span>
            </span>
          ) : (
            <ChangeChips
              change={version.change}
              punctuation={version.punctuation}
              doubtful={version.doubtful}
              {...(version.strength ? { strength: version.strength } : {})}
              {...(version.qualifiers ? { qualifiers: version.qualifiers } : {})}
            />
          )}
          {similarity !== null && !here && (
            <span class="quiet">
              {percent(similarity)} {say('likeness')}
            </span>
          )}
        </p>
        <p class="arabic" dir={direction(text)}>
          {before?.text == null ? (
            text
          ) : (
            <Pieces
              pieces={tracked(version.diff, { text: before.text, start: before.start ?? 0 }, passage)}
            />
          )}
        </p>
      </div>
    </li>
  );
}
