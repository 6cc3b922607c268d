/** Every repaired or doubtful word of a report as a table: what the file gave, what was read, where. */
import { useState } from 'preact/hooks';
import type { Paragraph, Repair, Report } from '../client.ts';
import { counted, number } from '../language.ts';
import { Exports } from '../parts/export.tsx';
import { Growing } from '../parts/growing.tsx';
import { Quoted } from '../parts/isolated.tsx';
import { placeName } from '../parts/report-name.tsx';
import { Wide } from '../parts/wide.tsx';
import { sayReader } from '../strings/reader.ts';
import { OriginalLink } from './original-link.tsx';
import { readingMarks } from './reading.ts';

interface Row {
  paragraph: Paragraph;
  text: string;
  raw: string | null;
  doubtful: boolean;
  start: number;
}

function rowsOf(paragraphs: readonly Paragraph[], repairs: ReadonlyMap<string, readonly Repair[]>): Row[] {
  return paragraphs.flatMap((paragraph) =>
    readingMarks(paragraph, repairs.get(paragraph.id) ?? []).flatMap(({ start, end, value }): Row[] =>
      value.type === 'repaired' || value.type === 'doubtful'
        ? [
            {
              paragraph,
              start,
              text: paragraph.text.slice(start, end),
              raw: value.raw,
              doubtful: value.type === 'doubtful',
            },
          ]
        : [],
    ),
  );
}

export function RepairsList({
  report,
  paragraphs,
  repairs,
}: {
  report: Report;
  paragraphs: readonly Paragraph[];
  repairs: ReadonlyMap<string, readonly Repair[]>;
}) {
  const [open, setOpen] = useState(false);
  if (report.repairs.words + report.repairs.doubtful === 0) return null;
  return (
    <details class="repairs" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {sayReader('repairs')}{' '}
        <small>
          {counted(report.repairs.words, 'word')}
          {report.repairs.doubtful > 0 && ` · ${sayReader('doubtful')}: ${number(report.repairs.doubtful)}`}
        </small>
      </summary>
      {open && <Table report={report} rows={rowsOf(paragraphs, repairs)} />}
    </details>
  );
}

function Table({ report, rows }: { report: Report; rows: readonly Row[] }) {
  return (
    <>
      <Wide label={sayReader('repairs')}>
        <Growing items={rows} of={report.id}>
          {(shown) => (
            <table class="slots">
              <thead>
                <tr>
                  <th scope="col">{sayReader('fileGave')}</th>
                  <th scope="col">{sayReader('readAs')}</th>
                  <th scope="col">{sayReader('place')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ paragraph, start, text, raw, doubtful }) => (
                  <tr key={`${paragraph.id} ${start}`}>
                    <td>
                      {raw === null ? (
                        <span class="quiet">{sayReader('asInFile')}</span>
                      ) : (
                        <Quoted text={raw} />
                      )}
                    </td>
                    <td>
                      <Quoted text={text} />
                      {doubtful && <span class="kind"> {sayReader('doubtful')}</span>}
                    </td>
                    <td>
                      <a href={`#p${paragraph.ordinal}`}>{placeName(paragraph.id, paragraph.number)}</a>
                      {paragraph.page !== null && (
                        <>
                          {' · '}
                          <OriginalLink report={report} page={paragraph.page} />
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Growing>
      </Wide>
      <Exports
        name={`${report.symbol} ${sayReader('repairs')}`}
        rows={() => [
          [sayReader('fileGave'), sayReader('readAs'), sayReader('doubtful'), 'paragraph', 'page'],
          ...rows.map(({ paragraph, text, raw, doubtful }) => [
            raw,
            text,
            doubtful ? 1 : 0,
            paragraph.id,
            paragraph.page,
          ]),
        ]}
      />
    </>
  );
}
