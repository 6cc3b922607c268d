/** A brief answer as text of bounded length for an assistant, and as data. */
import { z } from '@hono/zod-openapi';
import { type Brief, type Citation, citationText, type Entry } from '../collection/index.ts';

/** Maximum number of characters in an answer's text. */
export const mostCharacters = 8000;
/** Maximum for one entry; what is cut off is marked. */
const mostOfEntry = 3000;
const mostOfHistory = 5000;
const mostOfHead = 2000;
const mostCites = 40;

export const outputShape = z.object({
  total: z.int().describe('How many entries there are in all'),
  shown: z.int().describe('How many of them this answer shows'),
  next_offset: z.int().nullable().describe('The offset of the next page; null if this is the last page'),
  citations: z.array(
    z.object({
      entry: z.int().describe('Number of the entry in the text'),
      text: z.string().describe('The citation, ready to quote'),
      body: z.string().nullable(),
      symbol: z.string(),
      year: z.int().nullable(),
      number: z.int().nullable().describe('Printed number of the paragraph'),
      label: z.string().nullable(),
      part: z.string(),
      page: z.int().nullable(),
      report: z.string().describe('Id of the report'),
      kind: z.string().describe('heading, item, footnote …; report for the whole'),
      paragraph: z.string().nullable().describe('Id of the paragraph'),
      doubtful_words: z.int().describe('Words of the paragraph whose reading is uncertain'),
      link: z.string(),
    }),
  ),
  limits: z.array(z.string()).describe('What the answer cannot say'),
});

export interface Told {
  text: string;
  data: z.output<typeof outputShape>;
}

export interface Page {
  /** Entries of the brief to skip. */
  skip: number;
  /** Number of the brief's first entry, from 0. */
  first: number;
}

/** @param base the dashboard's address; every link begins with it */
export function told(brief: Brief, base: string, { skip, first }: Page): Told {
  const head = cut(brief.head.join('\n'), mostOfHead);
  const limits = brief.limits.map((line) => cut(line, 500));
  const end =
    limits.length === 0
      ? ''
      : `\n\nWhat this answer cannot say:\n${limits.map((line) => `- ${line}`).join('\n')}`;
  let text = head;
  let shown = 0;
  const citations: Told['data']['citations'] = [];
  for (const entry of brief.entries.slice(skip)) {
    const number = first + shown + 1;
    const written = `\n\n[${number}] ${entryText(entry, base)}`;
    if (shown > 0 && text.length + written.length + end.length > mostCharacters - 200) break;
    text += written;
    shown += 1;
    const some = entry.cites.slice(0, mostCites);
    citations.push(
      ...some.map((one) => ({ ...one, entry: number, text: citationText(one), link: `${base}${one.link}` })),
    );
  }
  const next = first + shown < brief.total && shown > 0 ? first + shown : null;
  if (brief.total > 0 && shown === 0)
    text += `\n\nThe list has only ${brief.total === 1 ? '1 entry' : `${brief.total} entries`}: use a smaller offset.`;
  if (next !== null)
    text += `\n\nShown: ${first + 1} to ${next} of ${brief.total}. Ask again with offset=${next} for more.`;
  return {
    text: `${text}${end}`,
    data: { total: brief.total, shown, next_offset: next, citations, limits },
  };
}

function entryText({ text, cites, lines }: Entry, base: string): string {
  const place = (one: Citation) => `${citationText(one)}${doubt(one)} ${base}${one.link}`;
  if (lines)
    return cut(
      [text, ...lines.map(({ cite, said }) => `  — ${place(cite)}${said}`)].join('\n'),
      mostOfHistory,
    );
  const more = cites.length > 6 ? [`and ${cites.length - 6} more places`] : [];
  return [
    cut(text, mostOfEntry),
    ...[...cites.slice(0, 6).map(place), ...more].map((one) => `  — ${one}`),
  ].join('\n');
}

const doubt = ({ doubtful_words: count }: Citation): string =>
  count === 0 ? '' : ` (${count} ${count === 1 ? 'word' : 'words'} whose reading is uncertain)`;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)} … (cut here)`;
