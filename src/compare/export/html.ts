/** A comparison as one self-contained, printable HTML page: the two texts side by side. */
import type { Change, ChangeKind, CompareBody, ReportText } from '../body.ts';
import { type Paragraphs, paragraphsById } from './pieces.ts';

const named: Record<ChangeKind | 'moved' | 'punctuation' | 'doubtful', string> = {
  identical: 'بلا تغيير',
  orthographic: 'إملاء',
  details: 'تفاصيل',
  reworded: 'إعادة صياغة',
  split: 'انقسمت',
  merged: 'دُمجت',
  added: 'أضيفت',
  removed: 'حُذفت',
  moved: 'نُقلت',
  punctuation: 'ترقيم',
  doubtful: 'قراءة غير مؤكدة',
};

const STYLE = `
:root { color-scheme: light }
body { font: 1rem/1.8 "Noto Naskh Arabic", "Traditional Arabic", serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
h1 { font-size: 1.3rem } dl { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem } dt, dd { display: inline; margin: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed } th, td { vertical-align: top; padding: .4rem .6rem; border-top: 1px solid #ccc; text-align: start }
th.kind, td.kind { width: 6.5rem; font-size: .8rem; color: #444 } p { margin: 0 0 .4rem } .heading { font-weight: bold }
del { background: #fde2e0; color: #7a1510; text-decoration: line-through } ins { background: #ddf3dc; color: #11490f; text-decoration: underline }
del.doubtful, ins.doubtful { background: #fff3c4; color: #5c4400; text-decoration-style: wavy }
b { font-weight: bold; border-bottom: 2px solid currentcolor } tr { break-inside: avoid }
@media print { body { margin: 0; max-width: none; font-size: 10pt } thead { display: table-header-group } del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
`;

/** The page, UTF-8. `base` and `other` are the two reports of `body`. */
export function compareToHtml(body: CompareBody, base: ReportText, other: ReportText): string {
  const left = paragraphsById(base.paragraphs);
  const right = paragraphsById(other.paragraphs);
  const { similarity, ...counts } = body.summary;
  const title = `${body.base.symbol} ← ${body.other.symbol}`;
  const summary = (Object.keys(counts) as (keyof typeof counts)[])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `<div><dt>${named[kind]}:</dt> <dd>${counts[kind]}</dd></div>`)
    .join('');
  const rows = body.changes.map((change) => rowOf(change, left, right)).join('\n');
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
<h1><bdi>${escapeHtml(body.base.symbol)}</bdi> ← <bdi>${escapeHtml(body.other.symbol)}</bdi></h1>
<dl>${summary}<div><dt>التشابه:</dt> <dd>${(100 * similarity).toFixed(1)}٪</dd></div></dl>
<table>
<thead><tr><th class="kind">التغيير</th><th><bdi>${escapeHtml(body.base.symbol)}</bdi></th><th><bdi>${escapeHtml(body.other.symbol)}</bdi></th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`;
}

function rowOf(change: Change, left: Paragraphs, right: Paragraphs): string {
  const kinds: (keyof typeof named)[] = [change.change];
  if (change.moved) kinds.push('moved');
  if (change.punctuation) kinds.push('punctuation');
  if (change.doubtful) kinds.push('doubtful');
  const cells = [cellOf(change, 'base', left), cellOf(change, 'other', right)];
  return `<tr class="${change.change}"><td class="kind">${kinds.map((kind) => named[kind]).join('، ')}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function cellOf(change: Change, side: 'base' | 'other', paragraphs: Paragraphs): string {
  const tag = side === 'base' ? 'del' : 'ins';
  const alone = change.base.length === 0 || change.other.length === 0;
  return change[side]
    .map((id) => {
      const paragraph = paragraphs.get(id);
      if (!paragraph) throw new Error(`the comparison names paragraph ${id}, which was not given`);
      const { text, label, kind } = paragraph;
      let html = label === null ? '' : `${escapeHtml(label)} `;
      let at = 0;
      for (const part of change.diff) {
        const range = part[side];
        if (range?.paragraph !== id) continue;
        html += escapeHtml(text.slice(at, range.start));
        const unsure = alone ? change.doubtful : part.doubtful;
        html +=
          part.op === 'equal'
            ? escapeHtml(text.slice(range.start, range.end))
            : `<${tag}${unsure ? ' class="doubtful"' : ''}>${withLetters(text, range.start, range.end, part.inner?.[side])}</${tag}>`;
        at = range.end;
      }
      return `<p class="${kind}">${html}${escapeHtml(text.slice(at))}</p>`;
    })
    .join('');
}

/** The words of a change with the differing letters in bold; an Arabic word's letters stay joined. */
function withLetters(
  text: string,
  start: number,
  end: number,
  inner: [number, number][] | undefined,
): string {
  let html = '';
  let at = start;
  for (const [from, to] of inner ?? []) {
    html += `${escapeHtml(text.slice(at, from))}<b>${escapeHtml(text.slice(from, to))}</b>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at, end));
}

function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string,
  );
}
