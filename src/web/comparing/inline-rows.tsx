/** A comparison as one running text: what went struck out, what came underlined, in reading order of the other report. */
import type { Change, Paragraph } from '../client.ts';
import { sideMarks, tracked } from '../diff.ts';
import { direction } from '../direction.ts';
import { language } from '../language.ts';
import { ChangeChips } from '../parts/change-chips.tsx';
import { Marked } from '../parts/marked.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { Pieces } from '../parts/pieces.tsx';

type Texts = ReadonlyMap<string, Paragraph>;

export function InlineRows({
  changes,
  texts,
  current,
}: {
  changes: readonly Change[];
  texts: Texts;
  current: number;
}) {
  const begin = [...texts.values()].slice(0, 200);
  return (
    <div class="inline-rows arabic" dir={direction(begin.map(({ text }) => text).join(' '))}>
      {changes.map((change, index) => (
        <div
          key={`${change.base.join(' ')}|${change.other.join(' ')}`}
          class={`${change.change}${index === current ? ' current' : ''}`}
          data-row={index}
        >
          {(change.change !== 'identical' || change.moved || change.punctuation) && (
            <span class="what" lang={language}>
              <ChangeChips {...change} />
            </span>
          )}
          <Texts change={change} texts={texts} />
        </div>
      ))}
    </div>
  );
}

function Texts({ change, texts }: { change: Change; texts: Texts }) {
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
      <span lang={language}>
        <ParagraphMenu paragraph={id} {...(label === null ? {} : { label })} />
      </span>
    </p>
  );
}
