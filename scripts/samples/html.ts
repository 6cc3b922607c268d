/** A report of the series as an HTML page: headings, paragraphs, and footnotes linked from their marks. */
import { markedText, prefix, printed, type SourceBlock, type SourceReport } from './source.ts';
import { coverLines } from './text.ts';

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function element(report: SourceReport, block: SourceBlock): string {
  const mark = (label: string) => `\u0000${label}\u0000`;
  const body = escapeHtml(markedText(report, block, mark)).replace(
    /\u0000(\d+)\u0000/g,
    (_, n: string) => `<sup><a id="ref${n}" href="#fn${n}">${printed(report, n)}</a></sup>`,
  );
  const before = prefix(report, block);
  const text = before ? `${before} ${body}` : body;
  if (block.kind === 'title') return `<h1>${text}</h1>`;
  if (block.kind === 'heading') return `<h${(block.level ?? 1) + 1}>${text}</h${(block.level ?? 1) + 1}>`;
  if (block.kind === 'item') return `<p class="item${block.level ?? 1}">${text}</p>`;
  return `<p>${text}</p>`;
}

/** @param font as CSS names it */
export function renderHtml(report: SourceReport, font = 'serif'): string {
  const title = report.blocks[0]!.text;
  const notes = report.blocks.filter((block) => block.kind === 'footnote');
  const lines = [
    '<!doctype html>',
    '<html lang="ar" dir="rtl">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(printed(report, title))}</title>`,
    `<style>body{font:1.1rem/1.8 ${font};max-width:48rem;margin:auto}p{text-align:justify}.item1{margin-inline-start:2rem}.item2{margin-inline-start:4rem}</style>`,
    '</head>',
    '<body>',
    `<div class="cover">\n${coverLines(report)
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('\n')}\n</div>`,
    ...report.blocks.filter((block) => block.kind !== 'footnote').map((block) => element(report, block)),
    '<section class="footnotes">',
    '<ol>',
    ...notes.map((note) => {
      const text = escapeHtml(markedText(report, note, () => ''));
      return `<li id="fn${note.label}">${text} <a href="#ref${note.label}" aria-label="عودة إلى المتن">↑</a></li>`;
    }),
    '</ol>',
    '</section>',
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}
