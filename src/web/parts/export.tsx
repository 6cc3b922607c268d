/**
 * Downloads of a table or chart. `<Exports name rows />` offers a table as CSV; with `chart` also as SVG and PNG, with
 * its title, what it shows and its link in the picture.
 */

import type { ChartCaption } from '../chart/save.ts';
import { download } from '../copy.ts';
import { type Cell, csv } from '../csv.ts';
import { say } from '../strings/index.ts';

export interface ChartExport extends ChartCaption {
  /** The drawing; null until it is ready. */
  svg: () => SVGSVGElement | null | Promise<SVGSVGElement>;
}

export function Exports({
  name,
  rows,
  href,
  chart,
}: {
  /** The file's name, without its extension. */
  name: string;
  /** Header first; called only when they are needed. */
  rows?: () => readonly (readonly Cell[])[];
  /** A URL of the API that returns all of it as CSV. */
  href?: string;
  chart?: ChartExport;
}) {
  const file = name.replaceAll(/[^\p{L}\p{M}\p{N}.-]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'siyagha';
  const save = async (format: 'svg' | 'png') => {
    const svg = await chart?.svg();
    if (!svg || !chart) return;
    const { chartFile } = await import('../chart/save.ts');
    download(`${file}.${format}`, await chartFile(svg, chart, format));
  };
  return (
    <p class="exports">
      <span>{say('download')}</span>
      {rows && (
        <button
          type="button"
          onClick={() => download(`${file}.csv`, new Blob([csv(rows())], { type: 'text/csv;charset=utf-8' }))}
        >
          CSV
        </button>
      )}
      {href !== undefined && (
        <a href={href} download={`${file}.csv`}>
          CSV
        </a>
      )}
      {chart && (
        <>
          <button type="button" onClick={() => save('svg')}>
            SVG
          </button>
          <button type="button" onClick={() => save('png')}>
            PNG
          </button>
        </>
      )}
    </p>
  );
}
