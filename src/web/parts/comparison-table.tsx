/** The rows of a comparison: base, kind of change, other; right to left as the reports are. */
import type { Change, Comparison, Paragraph } from '../client.ts';
import { sideMarks } from '../diff.ts';
import { direction } from '../direction.ts';
import { pageDirection } from '../language.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { ChangeChips } from './change-chips.tsx';
import { Marked } from './marked.tsx';
import { ReportName } from './report-name.tsx';

type Texts = ReadonlyMap<string, Paragraph>;

export function ComparisonTable({
  comparison,
  changes,
  texts,
  current = -1,
}: {
  comparison: Comparison;
  changes: readonly Change[];
  texts: Texts;
  /** Index of the row that was gone to. */
  current?: number;
}) {
  const all = [...texts.values()].map(({ text }) => text).join(' ');
  return (
    <table class="sides arabic" dir={direction(all)}>
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
      <tbody>
        {changes.map((change, index) => (
          <tr
            key={`${change.base.join(' ')}|${change.other.join(' ')}`}
            class={change.change}
            data-row={index}
            aria-current={index === current ? 'true' : undefined}
          >
            <Side change={change} side="base" texts={texts} />
            <td class="what" dir={pageDirection}>
              <ChangeChips {...change} />
            </td>
            <Side change={change} side="other" texts={texts} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ change, side, texts }: { change: Change; side: 'base' | 'other'; texts: Texts }) {
  const paragraphs = change[side].flatMap((id) => texts.get(id) ?? []);
  if (paragraphs.length === 0) return <td class="nothing" />;
  return (
    <td class={side}>
      {paragraphs.map(({ id, kind, label, text }) => (
        <p key={id} class={kind} dir={direction(text)}>
          <a
            class={label === null ? 'label bare' : 'label'}
            href={address({ page: 'wording', paragraph: id })}
            title={say('throughYears')}
          >
            {label ?? '¶'}
          </a>{' '}
          <Marked text={text} marks={sideMarks(change.diff, side, id)} />
        </p>
      ))}
    </td>
  );
}
