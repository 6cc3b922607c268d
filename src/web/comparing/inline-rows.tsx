/**
 * A comparison as one running text: deletions struck out, insertions underlined, in the reading order of the other
 * report.
 */
import type { ComponentChildren, VNode } from 'preact';
import type { Change, Paragraph } from '../client.ts';
import { sideMarks, tracked } from '../diff.ts';
import { direction } from '../direction.ts';
import { language } from '../language.ts';
import { changeChips } from '../parts/change-chips.tsx';
import { marked } from '../parts/marked.tsx';
import { menuButton } from '../parts/paragraph-menu.tsx';
import { piecesOf } from '../parts/pieces.tsx';
import { useStaged } from '../parts/staged.ts';
import { chunk, heightOf, keyOf, mainDirection, type Rows, stage, type Texts } from './rows.ts';

export function InlineRows({ changes, texts, least }: Rows) {
  const { content } = useStaged(changes, (list, index) => group(list, index, texts), [texts], {
    chunk,
    stage,
    least,
  });
  return (
    <div class="inline-rows arabic" dir={mainDirection(texts)}>
      {content}
    </div>
  );
}

const layout = { lettersInLine: 95, gap: 0.3 };

function group(changes: readonly Change[], index: number, texts: Texts): VNode {
  return (
    <div key={index} class="part" style={heightOf(changes, texts, layout)}>
      {changes.map((change, place) => (
        <div key={keyOf(change)} class={change.change} data-row={index * chunk + place}>
          {(change.change !== 'identical' || change.moved || change.punctuation) && (
            <span class="what" lang={language}>
              {changeChips(change)}
            </span>
          )}
          {row(change, texts)}
        </div>
      ))}
    </div>
  );
}

function row(change: Change, texts: Texts): VNode | VNode[] {
  const [base, other] = [change.base, change.other].map((ids) => ids.flatMap((id) => texts.get(id) ?? []));
  const [before, after] = [base![0], other![0]];
  if (base!.length === 1 && other!.length === 1 && before && after) {
    const pieces = tracked(change.diff, { text: before.text, start: 0 }, { text: after.text, start: 0 });
    return line(after, piecesOf(pieces));
  }
  const side = (name: 'base' | 'other', alone: boolean) =>
    (name === 'base' ? base! : other!).map((paragraph) => {
      const { id, text } = paragraph;
      if (!alone) return line(paragraph, marked(text, sideMarks(change.diff, name, id)));
      return line(paragraph, name === 'base' ? <del>{text}</del> : <ins>{text}</ins>);
    });
  return [...side('base', other!.length === 0), ...side('other', base!.length === 0)];
}

const line = ({ id, kind, label, text }: Paragraph, words: ComponentChildren): VNode => (
  <p key={id} class={kind} dir={direction(text)}>
    {label !== null && <b class="label">{label} </b>}
    {words}{' '}
    <span class="beside-text" lang={language}>
      {menuButton(id, label ?? '')}
    </span>
  </p>
);
