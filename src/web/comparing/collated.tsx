/** Three or more reports as a table: a column for each report, corresponding paragraphs as rows. */
import { api, body, paragraphsOf } from '../client.ts';
import { sideMarks } from '../diff.ts';
import { direction } from '../direction.ts';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ChangeChips } from '../parts/change-chips.tsx';
import { Exports } from '../parts/export.tsx';
import { Growing } from '../parts/growing.tsx';
import { Marked } from '../parts/marked.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { ReportName } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Failure, Loading } from '../parts/state.tsx';
import { Wide } from '../parts/wide.tsx';
import { sayComparing } from '../strings/comparing.ts';
import { say } from '../strings/index.ts';
import { coverOf, type Preset } from './shown.ts';

async function collate(ids: readonly string[]) {
  const [collation, ...texts] = await Promise.all([
    body(api.collate.$get({ query: { report: [...ids] } })),
    ...ids.map(paragraphsOf),
  ]);
  return { ...collation, cover: new Set(texts.flatMap((paragraphs) => [...coverOf(paragraphs)])) };
}
type Collation = Awaited<ReturnType<typeof collate>>;
type Row = Collation['rows'][number];
type Cell = NonNullable<Row['cells'][number]>;

const slight = new Set(['identical', 'orthographic', 'details']);

/** As in a comparison of two reports, the first cell of a row has nothing before it to differ from. */
function isShown({ cells }: Row, preset: Preset, cover: ReadonlySet<string>): boolean {
  if (preset === 'all') return true;
  const covers = (cell: Cell | null) => cell === null || cell.paragraphs.every((id) => cover.has(id));
  if (preset === 'substance' && cells.every(covers)) return false;
  if (cells.includes(null)) return true;
  const later = cells.slice(1);
  if (preset === 'changes') return later.some((cell) => cell!.change !== 'identical');
  return later.some((cell) => cell!.doubtful !== true && !slight.has(cell!.change ?? 'identical'));
}

export function Collated({ ids, preset }: { ids: readonly string[]; preset: Preset }) {
  const loaded = useLoaded(ids.join(' '), () => collate(ids));
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { reports, rows, scope, cover } = loaded.value;
  const shown = rows.filter((row) => isShown(row, preset, cover));
  const runs = direction(
    rows
      .slice(0, 100)
      .flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))
      .join(' '),
  );
  return (
    <div aria-busy={loaded.loading}>
      <p class="quiet">{sayComparing('collatedHint')}</p>
      <Exports
        name={`${say('compare')} ${reports.map(({ symbol }) => symbol).join(' ')}`}
        rows={() => [
          reports.map(({ symbol }) => symbol),
          ...shown.map(({ cells }) => cells.map((cell) => cell?.text ?? '')),
        ]}
      />
      {shown.length === 0 && <p>{say('noRows')}</p>}
      {shown.length > 0 && (
        <Wide label={sayComparing('collated')}>
          <Growing items={shown} of={`${ids.join(' ')} ${preset}`} step={60}>
            {(some) => (
              <table class="collated arabic" dir={runs}>
                <thead>
                  <tr>
                    {reports.map((report) => (
                      <th key={report.id} scope="col">
                        <ReportName report={report} short />
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {some.map((row, index) => (
                    <tr key={index}>
                      {row.cells.map((cell, column) => (
                        <OneCell key={reports[column]!.id} cell={cell} />
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Growing>
        </Wide>
      )}
      <ScopeNote scope={scope} />
    </div>
  );
}

function OneCell({ cell }: { cell: Cell | null }) {
  if (cell === null) {
    return (
      <td class="nothing">
        <span class="unseen">{sayComparing('notThere')}</span>
      </td>
    );
  }
  const { paragraphs, text, change, doubtful, diff } = cell;
  const parts = text.split('\n');
  // A text may have line breaks of its own; its ranges then have no certain position.
  const placed = parts.length === paragraphs.length;
  return (
    <td class={change ?? 'first'}>
      {change !== null && change !== 'identical' && <ChangeChips change={change} doubtful={doubtful} />}
      {(placed ? parts : [text]).map((part, index) => (
        <p key={index} dir={direction(part)}>
          <Marked text={part} marks={placed ? sideMarks(diff, 'other', paragraphs[index]!) : []} />{' '}
          <span class="beside-text" lang={language}>
            <ParagraphMenu paragraph={paragraphs[index]!} />
          </span>
        </p>
      ))}
    </td>
  );
}
