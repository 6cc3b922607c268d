/** Two reports side by side. */
import { z } from '@hono/zod-openapi';
import { compareReports, compareToDocx, compareToHtml } from '../../compare/index.ts';
import * as bodies from '../bodies/compare.ts';
import { doubtfulParameter } from '../parameters.ts';
import { readableOrFail } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';

export const compare = defineUseCase({
  summary: 'Two reports, aligned paragraph by paragraph, with the words that differ',
  description: `Changes stand in reading order of \`other\`, removed paragraphs at their place in \`base\`; \`summary\`
counts them. Ranges are UTF-16 offsets into the paragraphs' texts and cover whole words; \`inner\` marks the letters.
\`doubtful\` marks what may come from an uncertain reading alone; \`doubtful=false\` leaves such changes out of \`changes\`,
while \`summary\` goes on counting all of them and says how many are doubtful. \`format=docx\` gives a Word document with
tracked changes (always all of them, the doubtful ones highlighted), \`format=html\` a page that prints.`,
  params: z.strictObject({
    base: z.string('is required').min(1, 'name a report').describe('Report compared from'),
    other: z.string('is required').min(1, 'name a report').describe('Report compared to'),
    doubtful: doubtfulParameter,
  }),
  body: bodies.compare,
  rows: 'changes',
  files: {
    docx: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      // A document holds both reports whole, so a doubtful change cannot be left out of it.
      write: (view, { base, other }) => {
        const [from, to] = [textOf(view, base), textOf(view, other)];
        return compareToDocx(compareReports(from, to, { lists: view.lists }), from, to);
      },
    },
    html: {
      type: 'text/html; charset=utf-8',
      write: async (view, { base, other }, body) =>
        new TextEncoder().encode(compareToHtml(body, textOf(view, base), textOf(view, other))),
    },
  },
  run(view, { base, other, doubtful }) {
    const body = compareReports(textOf(view, base), textOf(view, other), { lists: view.lists });
    return doubtful ? body : { ...body, changes: body.changes.filter((change) => !change.doubtful) };
  },
});

export function textOf(view: View, id: string) {
  const report = readableOrFail(view, id);
  return { report, paragraphs: view.reader.paragraphs(report.id) };
}
