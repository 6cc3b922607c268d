/** How a paragraph is cited: its printed number and its id. */
import type { z } from '@hono/zod-openapi';
import type { bodies, View } from '../../collection/index.ts';

type Paragraph = z.output<typeof bodies.paragraph>;

/** `¶58  SRO-C.7-2016-9:60`; an item with the number of its paragraph, `¶58(أ)`; an annex is named. */
export function placeOf({ reader }: Pick<View, 'reader'>, paragraph: Paragraph): string {
  const parent = paragraph.parent === null ? null : reader.paragraph(paragraph.parent);
  const annex = paragraph.part === 'main' ? '' : ` ${paragraph.part}`;
  return `${printed(paragraph, parent?.number ?? null)}${annex}  ${paragraph.id}`;
}

/** The same, from a paragraph's id. */
export function placeAt(view: Pick<View, 'reader'>, id: string): string {
  const paragraph = view.reader.paragraph(id);
  return paragraph === null ? id : placeOf(view, paragraph);
}

function printed({ kind, number, label }: Paragraph, parent: number | null): string {
  if (kind === 'footnote') return `note ${number ?? label ?? ''}`.trimEnd();
  if (number !== null) return `¶${number}`;
  if (kind === 'item') return parent === null ? (label ?? kind) : `¶${parent}${label ?? ''}`;
  return label ?? kind;
}
