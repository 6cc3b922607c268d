/**
 * A report of the series as a damaged, visual text layer: the clean text set in lines and pages, each line damaged,
 * with the running header, job number and page number between the pages.
 */
import { damageLine, damagePrefix, type Stretch, seededRandom } from './damage.ts';
import { prefix, type SourceBlock, type SourceReport } from './source.ts';
import { blockLine, coverLines } from './text.ts';

const lineWidth = 84;
const pageLines = 42;
const jobNumber = '12-35418';

/** Words of `text` in lines of at most `width` characters. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** Stable 32-bit seed of a text (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

function blockLines(report: SourceReport, block: SourceBlock, random: () => number): string[] {
  const width = block.kind === 'item' ? lineWidth - 8 * (block.level ?? 1) : lineWidth;
  const indent = block.kind === 'item' ? '    '.repeat(block.level ?? 1) : '  ';
  const before = prefix(report, block);
  const text = blockLine(report, block).slice(before ? before.length + 1 : 0);
  // The number makes the first line shorter; what comes before it is drawn at the far right.
  const lines = wrap(`${'\u00a0'.repeat(before.length + 2)}${text}`, width).map((line) =>
    line.replace(/^\u00a0+/u, ''),
  );
  return lines.map((line, i) => {
    const last = i === lines.length - 1;
    const draw = random();
    const stretch: Stretch = last || block.kind === 'heading' ? 0 : draw < 0.15 ? 0 : draw < 0.65 ? 1 : 2;
    const damaged = damageLine(line, stretch, random) + (i === 0 ? damagePrefix(before) : '');
    if (block.kind === 'heading') return `  ${damaged}   `;
    return last ? `  ${damaged}${i === 0 && block.kind === 'item' ? indent : ''}` : `${damaged}${indent}`;
  });
}

export function renderVisual(report: SourceReport): string {
  const random = seededRandom(seedOf(report.symbol));
  const out: string[] = [];
  let page = 1;
  let used = 0;
  let notes: string[] = [];
  const endPage = () => {
    if (notes.length) out.push('', '__________', ...notes);
    const footer = page % 2 === 0 ? `${page} ${jobNumber} ` : `${jobNumber} ${page} `;
    out.push('', '', '', `${report.symbol}  `, ' ', '', footer, ' ', '');
    page += 1;
    used = 0;
    notes = [];
  };
  for (const line of coverLines(report)) {
    const arabic = /\p{Script=Arabic}/u.test(line);
    out.push(arabic ? `  ${damageLine(line, 0, random)}` : line);
  }
  out.push('');
  for (const block of report.blocks) {
    const lines = blockLines(report, block, random);
    if (block.kind === 'footnote') {
      notes.push(...lines);
      continue;
    }
    if (block.kind === 'heading' && random() < 0.5) out.push('  ');
    for (const [i, line] of lines.entries()) {
      out.push(line);
      used += 1;
      if (i === 0 && lines.length > 1 && random() < 0.3) out.push('');
      if (used >= pageLines) endPage();
    }
  }
  endPage();
  return `${out.join('\n')}\n`;
}
