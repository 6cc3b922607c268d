/** The rows of a comparison: base, kind of change, other; from right to left for Arabic reports. */
import type { VNode } from 'preact';
import type { Change, Comparison } from '../client.ts';
import { sideMarks } from '../diff.ts';
import { direction } from '../direction.ts';
import { language, pageDirection } from '../language.ts';
import { changeChips } from '../parts/change-chips.tsx';
import { marked } from '../parts/marked.tsx';
import { menuButton } from '../parts/paragraph-menu.tsx';
import { ReportName } from '../parts/report-name.tsx';
import { useStaged } from '../parts/staged.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { chunk, heightOf, keyOf, mainDirection, type Rows, stage, type Texts } from './rows.ts';

/** Rows are grids, so that a group out of sight need not be laid out. */
export function SideRows({ comparison, changes, texts, least }: Rows & { comparison: Comparison }) {
  const { content } = useStaged(changes, (list, index) => group(list, index, texts), [texts], {
    chunk,
    stage,
    least,
  });
  return (
    <table class="sides arabic" dir={mainDirection(texts)}>
      <thead>
        <tr>
          <th scope="col">
            <ReportName report={comparison.base} />
          </th>
          <th scope="col" class="what">
            <span class="unseen">{say('change')}</span>
          </th>
          <th scope="col">
            <ReportName report={comparison.other} />
          </th>
        </tr>
      </thead>
      {content}
    </table>
  );
}

const layout = { lettersInLine: 46, gap: 0.4 };

function group(changes: readonly Change[], index: number, texts: Texts): VNode {
  return (
    <tbody key={index} class="part" style={heightOf(changes, texts, layout)}>
      {changes.map((change, row) => (
        <tr key={keyOf(change)} class={change.change} data-row={index * chunk + row}>
          {side(change, 'base', texts)}
          <td class="what" dir={pageDirection}>
            {changeChips(change)}
          </td>
          {side(change, 'other', texts)}
        </tr>
      ))}
    </tbody>
  );
}

function side(change: Change, name: 'base' | 'other', texts: Texts): VNode {
  const paragraphs = change[name].flatMap((id) => texts.get(id) ?? []);
  if (paragraphs.length === 0) return <td class="nothing" />;
  return (
    <td class={name}>
      {paragraphs.map(({ id, kind, label, text }) => (
        <p key={id} class={kind} dir={direction(text)}>
          {label !== null && (
            <a class="label" href={address({ page: 'wording', paragraph: id })} title={say('throughYears')}>
              {label}
            </a>
          )}{' '}
          {marked(text, sideMarks(change.diff, name, id))}{' '}
          <span class="beside-text" lang={language}>
            {menuButton(id, label ?? '')}
          </span>
        </p>
      ))}
    </td>
  );
}
