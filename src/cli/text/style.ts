/** Text for people: bold, dim and colour on a terminal, plain elsewhere. */
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Styled only if stdout is a terminal and NO_COLOR is not set. */
export function style(format: Style, text: string): string {
  const plain = !process.stdout.isTTY || (process.env.NO_COLOR ?? '') !== '';
  return plain ? text : styleText(format, text);
}

/** Columns padded to their widest cell, with two spaces between; the last one is not padded. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, place) => {
      widths[place] = Math.max(widths[place] ?? 0, String(cell).length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, place) => {
          if (place === row.length - 1) return String(cell);
          return typeof cell === 'number'
            ? String(cell).padStart(widths[place]!)
            : cell.padEnd(widths[place]!);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A report's year, or a dash if it has none. */
export const yearOf = ({ year }: { year: number | null }): string => String(year ?? '-');

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Text with the given ranges marked. */
export function highlighted(text: string, ranges: readonly (readonly [number, number])[]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of ranges) {
    out += text.slice(at, start) + style(['bold', 'yellow'], text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
}
