/** Pieces of Markdown that look the same on GitHub and on the site. */

/** A cell of a table: no line breaks, no bars, and no angle brackets outside code. */
export function cell(text: string): string {
  const parts = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .split(/(`[^`]*`)/);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replaceAll('<', '&lt;'))).join('');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** Says in the page's source, invisibly, where it comes from. */
export const made = '<!-- Made by `npx tsx scripts/generate.ts`; not written by hand. -->';

export const page = (title: string, parts: readonly string[]): string =>
  `${[`# ${title}`, made, ...parts].join('\n\n')}\n`;
