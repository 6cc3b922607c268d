/** Two reports side by side. */
import { z } from '@hono/zod-openapi';
import { compareReports, compareToHtml, wordDocuments } from '../../compare/index.ts';
import * as bodies from '../bodies/compare.ts';
import { unknownSection } from '../errors.ts';
import { doubtfulParameter, includes, placeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { changes } from '../rows/compared.ts';
import { readableOrFail, scopeBody, underSection } from '../scope.ts';
import { withTexts } from '../texts.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';

export const compare = defineUseCase({
  summary: 'Two reports, aligned paragraph by paragraph, with the words that differ',
  description: `Changes are in the reading order of \`other\`, with removed paragraphs at their place in \`base\`; \`summary\`
counts them. Ranges are UTF-16 offsets into the paragraphs' texts and cover whole words; \`inner\` marks the letters that
differ. \`section\` restricts both sides to the paragraphs under a heading with these words. A change is \`doubtful\` if it may
only be a misreading; \`doubtful=false\` leaves such changes out of \`changes\`, but \`summary\` still counts them.
\`format=docx\` gives a Word document with tracked changes (always all of them, doubtful ones highlighted), \`format=html\` a
printable page. The answer is always complete.`,
  params: z.strictObject({
    base: z.string('is required').min(1, 'name a report').describe('The report to compare from'),
    other: z.string('is required').min(1, 'name a report').describe('The report to compare to'),
    section: placeShape.section,
    doubtful: doubtfulParameter,
    include: includes('text'),
  }),
  body: bodies.compare,
  rows: changes,
  columns: columns.changes,
  isHeavy: () => true,
  narrowing: 'compare one section at a time with section',
  files: {
    docx: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      // A document has both sides in full, so a doubtful change cannot be left out of it.
      async write(view, { base, other, section }) {
        const { compareToDocx } = await wordDocuments();
        const [from, to] = sides(view, base, other, section);
        return compareToDocx(compareReports(from, to, { lists: view.lists, budget: view.budget }), from, to);
      },
    },
    html: {
      type: 'text/html; charset=utf-8',
      async write(view, { base, other, section }, body) {
        return new TextEncoder().encode(compareToHtml(body, ...sides(view, base, other, section)));
      },
    },
  },
  run(view, { base, other, section, doubtful, include }) {
    const [from, to] = sides(view, base, other, section);
    const whole = compareReports(from, to, { lists: view.lists, budget: view.budget });
    const body = {
      ...whole,
      changes: whole.changes.filter((change) => doubtful || !change.doubtful),
      scope: scopeBody(view, { report: [from.report.id, to.report.id] }),
    };
    return include.includes('text') ? withTexts(view, body) : body;
  },
});

type Side = ReturnType<typeof textOf>;

/** Both reports, or only the section named, in each. @throws CollectionError `unknown_section` if neither has it */
function sides(view: View, base: string, other: string, section: string | undefined): [Side, Side] {
  const whole = [textOf(view, base), textOf(view, other)] as [Side, Side];
  if (section === undefined) return whole;
  const within = underSection(section);
  const [from, to] = whole.map(({ report, paragraphs }) => ({
    report,
    paragraphs: paragraphs.filter(({ path }) => within(path)),
  })) as [Side, Side];
  if (from.paragraphs.length + to.paragraphs.length === 0) throw unknownSection(section);
  return [from, to];
}

export function textOf(view: View, id: string) {
  const report = readableOrFail(view, id);
  return { report, paragraphs: view.reader.paragraphs(report.id) };
}
