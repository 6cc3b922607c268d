/**
 * A report's paragraphs as a text to read, with what is known about its words. All of them are in the page, so that it
 * can be printed and searched; those out of view are not laid out (`content-visibility`).
 */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Paragraph, Report } from '../client.ts';
import { direction } from '../direction.ts';
import { language, pageDirection } from '../language.ts';
import { numbersInOrder } from '../numbers.ts';
import { Exports } from '../parts/export.tsx';
import { menuButton } from '../parts/paragraph-menu.tsx';
import { useStaged } from '../parts/staged.ts';
import { Wide } from '../parts/wide.tsx';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { sayReader } from '../strings/reader.ts';
import { type Node, nested, type Ranged } from './layers.ts';
import { referenceMarks, type Value } from './reading.ts';
import { type Block, type Table, withTables } from './tables.ts';

export interface Layers {
  ages: (paragraph: Paragraph) => readonly Ranged<Value>[];
  reading: (paragraph: Paragraph) => readonly Ranged<Value>[];
  /** The report in the collection with this symbol. */
  reportWith: (symbol: string) => string | undefined;
}

/** Paragraphs to show, and runs between them that are skipped. */
export type Part = Paragraph | { folded: readonly Paragraph[] };

/**
 * Number of paragraphs that are laid out or skipped together; a box for each of thousands would slow down scrolling.
 */
const chunk = 40;
/** Number of chunks drawn at once. */
const stage = 8;

export function ReportText({
  report,
  parts,
  layers,
  onDrawn,
}: {
  report: Report;
  parts: readonly Part[];
  layers: Layers;
  /** Called as more of the text is added to the page. */
  onDrawn: (chunks: number) => void;
}) {
  const main = useMemo(() => {
    const begin = parts.slice(0, 200).flatMap((part) => ('folded' in part ? part.folded : [part]));
    return direction(begin.map(({ text }) => text).join(' '));
  }, [parts]);
  // With paragraphs left out in between, a table would look complete without being so.
  const blocks = useMemo(() => (parts.some((part) => 'folded' in part) ? parts : withTables(parts)), [parts]);
  const { content, drawn } = useStaged<Block>(
    blocks,
    (list, index) => section(list, index, layers),
    [layers],
    { chunk, stage },
  );
  useEffect(() => onDrawn(drawn), [drawn, blocks]);
  return (
    <article class="report arabic" dir={main} lang={report.language}>
      {parts.length === 0 && (
        <p lang={language} dir={pageDirection}>
          {say('noParagraphs')}
        </p>
      )}
      {content}
    </article>
  );
}

const section = (blocks: readonly Block[], index: number, layers: Layers): VNode => (
  <div
    key={index}
    class="part"
    style={`contain-intrinsic-block-size:auto ${blocks.reduce((sum, block) => sum + linesOf(block), 0) * lineHeight}rem`}
  >
    {blocks.map((block) => drawnBlock(block, layers))}
  </div>
);

/** Approximate letters per line and line height of the text, to estimate the height of a part out of view. */
const lettersInLine = 85;
const lineHeight = 2.34;

function linesOf(block: Block): number {
  if ('folded' in block) return 1;
  if ('text' in block) return Math.ceil(block.text.length / lettersInLine) + 0.5;
  return block.rows.length;
}

function drawnBlock(block: Block, layers: Layers): VNode {
  if ('text' in block) return paragraphBlock(block, layers);
  if ('rows' in block) return tableBlock(block, layers);
  const [first] = block.folded;
  return (
    <p
      key={`folded ${first!.id}`}
      class="folded"
      lang={language}
      dir={pageDirection}
      data-first={first!.ordinal}
    >
      {sayReader('nothingNew')(block.folded.length)}
    </p>
  );
}

const tableBlock = ({ table, rows, first }: Table, layers: Layers): VNode => (
  <div key={`table ${first}`} data-first={first}>
    <Wide label={sayReader('tableNumber')(table)}>
      <table class="cells">
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell.map((paragraph) => paragraphBlock(paragraph, layers))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
    <div lang={language} dir={pageDirection}>
      <Exports
        name={`${rows[0]![0]![0]?.report ?? ''} ${sayReader('tableNumber')(table)}`}
        rows={() => rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('\n')))}
      />
    </div>
  </div>
);

const levels = ['h2', 'h3', 'h4'] as const;

/** Not a component: five thousand of them would cost as much as their text. */
function paragraphBlock(paragraph: Paragraph, layers: Layers): VNode {
  const { id, kind, label, path, ordinal, number, text } = paragraph;
  const Tag = kind === 'title' ? 'h1' : kind === 'heading' ? levels[Math.min(2, path.length)]! : 'p';
  const hanging = label !== null && kind !== 'heading' && kind !== 'title';
  return (
    <Tag
      key={id}
      id={`p${ordinal}`}
      class={`${kind}${hanging ? ' numbered' : ''}`}
      dir={direction(`${label ?? ''} ${text}`)}
    >
      {label !== null && (
        <a class="label" href={`#p${ordinal}`} aria-label={`${label}: ${say('linkHere')}`} lang={language}>
          {label}
        </a>
      )}
      {label !== null && ' '}
      <span class="words">{drawn(paragraph, layers)}</span>{' '}
      <span class="beside-text" lang={language}>
        {menuButton(id, number === null ? '' : String(number))}
      </span>
    </Tag>
  );
}

function drawn(paragraph: Paragraph, layers: Layers): ComponentChildren {
  const text = numbersInOrder(paragraph.text);
  const all = [referenceMarks(paragraph), layers.ages(paragraph), layers.reading(paragraph)];
  return nested(text, all).map((node, index) => piece(node, index, layers, paragraph));
}

function piece(node: Node<Value>, key: number, layers: Layers, paragraph: Paragraph): ComponentChildren {
  if (typeof node === 'string') return node;
  const { value } = node;
  const inside = node.inside.map((one, index) => piece(one, index, layers, paragraph));
  switch (value.type) {
    case 'age':
      return value.shade === null ? (
        <ins key={key} class="new">
          {inside}
        </ins>
      ) : (
        <span key={key} class={`age shade-${value.shade}`}>
          {inside}
        </span>
      );
    case 'reference':
      return (
        <a key={key} class="reference" href={referenceAddress(value, layers, paragraph)}>
          {inside}
        </a>
      );
    default:
      return (
        <span key={key} class={value.type}>
          {inside}
        </span>
      );
  }
}

/** A link to a report of the collection or a paragraph of this one, otherwise to the reports that cite the text. */
function referenceAddress(
  { kind, symbol }: Extract<Value, { type: 'reference' }>,
  { reportWith }: Layers,
  { report, part }: Paragraph,
): string {
  const found = reportWith(symbol);
  if (found !== undefined) return address({ page: 'report', id: found });
  const printed = kind === 'paragraph' ? /^para (\d+)$/.exec(symbol)?.[1] : undefined;
  if (printed !== undefined)
    return address({ page: 'report', id: report, number: printed, part: part === 'main' ? '' : part });
  return address({ page: 'references', symbol });
}
