/** A report of the series as plain text: one line per block, the cover first. */
import { markedText, prefix, printed, type SourceBlock, type SourceReport } from './source.ts';

/** The lines above the title, in the order of a United Nations cover. */
export function coverLines(report: SourceReport): string[] {
  if (!report.cover) return [];
  const { distribution, issued, language, original, organisation, body, session, place_and_dates } =
    report.cover;
  return [
    report.symbol,
    distribution,
    issued,
    language,
    original,
    organisation,
    body,
    session,
    printed(report, place_and_dates),
  ];
}

/** One block as one printed line, footnote marks as `(1)` after the word. */
export function blockLine(report: SourceReport, block: SourceBlock): string {
  const text = markedText(report, block, (label) => printed(report, `(${label})`));
  const before = prefix(report, block);
  return before ? `${before} ${text}` : text;
}

export function renderText(report: SourceReport): string {
  const blocks = report.blocks.map((block) => blockLine(report, block));
  return `${[...coverLines(report), '', ...blocks].join('\n')}\n`;
}

/**
 * The text in the Windows-1256 code page, by the platform's own decoding table in reverse.
 * @throws RangeError for a character that the code page does not have
 */
export function encodeWindows1256(text: string): Uint8Array {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const table = new Map([...new TextDecoder('windows-1256').decode(all)].map((char, byte) => [char, byte]));
  return Uint8Array.from(text, (char) => {
    const byte = table.get(char);
    if (byte === undefined) throw new RangeError(`windows-1256 has no ${JSON.stringify(char)}`);
    return byte;
  });
}
