/** A link to the file that a report was read from; for a PDF, to the page where a paragraph begins. */
import type { Report } from '../client.ts';
import { sayReader } from '../strings/reader.ts';

export function OriginalLink({ report, page }: { report: Pick<Report, 'id'>; page: number | null }) {
  const file = `/v1/reports/${encodeURIComponent(report.id)}/original`;
  return page === null ? (
    <a href={file} download>
      {sayReader('original')}
    </a>
  ) : (
    <a href={`${file}#page=${page}`} target="_blank" rel="noreferrer">
      {sayReader('originalPage')(page)}
    </a>
  );
}
