/** A comparison as one running text: what went struck out, what came underlined, in reading order of the other report. */
import type { VNode } from 'preact';
import type { Change, Paragraph } from '../client.ts';
import { sideMarks, tracked } from '../diff.ts';
import { direction } from '../direction.ts';
import { language } from '../language.ts';
import { ChangeChips } from '../parts/change-chips.tsx';
import { Marked } from '../parts/marked.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { Pieces } from '../parts/pieces.tsx';
import { useStaged } from '../parts/staged.ts';
import { chunk, keyOf, lettersOf, mainDirection, type Rows, stage, type Texts } from './rows.ts';

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

/** About how many letters stand in a line, and its height, in rem. */
const lettersInLine = 95;
const lineHeight = 2.34;

function group(changes: readonly Change[], index: number, texts: Texts): VNode {
  const lines = changes.reduce(
    (sum, change) => sum + Math.ceil(lettersOf(change, texts) / lettersInLine) + 0.3,
    0,
  );
  return (
    <div
      key={index}
      class="part"
      style={`contain-intrinsic-block-size:auto ${(lines * lineHeight).toFixed(1)}rem`}
    >
      {changes.map((change, row) => (
        <div key={keyOf(change)} class={change.change} data-row={index * chunk + row}>
          {(change.change !== 'identical' || change.moved || change.punctuation) && (
            <span class="what" lang={language}>
              <ChangeChips {...change} />
            </span>
          )}
          <Row change={change} texts={texts} />
        </div>
      ))}
    </div>
  );
}

function Row({ change, texts }: { change: Change; texts: Texts }) {
  const [base, other] = [change.base, change.other].map((ids) => ids.flatMap((id) => texts.get(id) ?? []));
  const [before, after] = [base![0], other![0]];
  if (base!.length === 1 && other!.length === 1 && before && after) {
    return (
      <Line paragraph={after}>
        <Pieces
          pieces={tracked(change.diff, { text: before.text, start: 0 }, { text: after.text, start: 0 })}
        />
      </Line>
    );
  }
  return (
    <>
      {base!.map((paragraph) => (
        <Line key={paragraph.id} paragraph={paragraph}>
          {other!.length === 0 ? (
            <del>{paragraph.text}</del>
          ) : (
            <Marked text={paragraph.text} marks={sideMarks(change.diff, 'base', paragraph.id)} />
          )}
        </Line>
      ))}
      {other!.map((paragraph) => (
        <Line key={paragraph.id} paragraph={paragraph}>
          {base!.length === 0 ? (
            <ins>{paragraph.text}</ins>
          ) : (
            <Marked text={paragraph.text} marks={sideMarks(change.diff, 'other', paragraph.id)} />
          )}
        </Line>
      ))}
    </>
  );
}

function Line({ paragraph, children }: { paragraph: Paragraph; children: preact.ComponentChildren }) {
  const { id, kind, label, text } = paragraph;
  return (
    <p class={kind} dir={direction(text)}>
      {label !== null && <b class="label">{label} </b>}
      {children}{' '}
      <span class="beside-text" lang={language}>
        <ParagraphMenu paragraph={id} {...(label === null ? {} : { label })} />
      </span>
    </p>
  );
}
