/** Every file made from the sources of the series, as bytes by path under `samples/`. */
import { renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import type { SourceReport } from './source.ts';
import { encodeWindows1256, renderText } from './text.ts';
import { buildTruth, formatTruth } from './truth.ts';
import { renderVisual } from './visual.ts';

const utf8 = new TextEncoder();

/** The file of one report in its own format. */
export async function renderReport(report: SourceReport): Promise<Uint8Array> {
  switch (report.format) {
    case 'txt':
      return utf8.encode(renderText(report));
    case 'txt-windows-1256':
      return encodeWindows1256(renderText(report));
    case 'html':
      return utf8.encode(renderHtml(report));
    case 'docx':
    case 'docx-list':
      return renderDocx(report);
    case 'txt-visual':
      return utf8.encode(renderVisual(report));
  }
}

/** Path under `samples/` → bytes. */
export async function renderAll(reports: SourceReport[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const report of reports) {
    files.set(`reports/${report.file}`, await renderReport(report));
    // The correct repair of the damaged layer.
    if (report.format === 'txt-visual') files.set(`clean/${report.file}`, utf8.encode(renderText(report)));
  }
  files.set('truth.json', utf8.encode(`${formatTruth(buildTruth(reports))}\n`));
  return files;
}
