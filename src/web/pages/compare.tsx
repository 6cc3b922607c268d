/** Two reports side by side, aligned paragraph by paragraph, the words that differ marked. */
import { api, body, type Comparison, type Paragraph, paragraphsOf, type Report, reports } from '../client.ts';
import { useLoaded } from '../load.ts';
import { type Mark, Marked } from '../parts/marked.tsx';
import { address, go, type Place } from '../place.ts';
import { say } from '../strings.ts';

type Change = Comparison['changes'][number];
const kinds = [
  'identical',
  'orthographic',
  'details',
  'reworded',
  'split',
  'merged',
  'added',
  'removed',
  'moved',
] as const;

export function ComparePage({ place }: { place: Place }) {
  const { base = '', other = '', hide = '' } = place;
  const known = useLoaded('reports', reports);
  const key = base !== '' && other !== '' ? `${base} ${other}` : null;
  const loaded = useLoaded(key, async () => {
    const [comparison, left, right] = await Promise.all([
      body(api.compare.$get({ query: { base, other } })),
      paragraphsOf(base),
      paragraphsOf(other),
    ]);
    return { comparison, texts: new Map([...left, ...right].map((paragraph) => [paragraph.id, paragraph])) };
  });
  const choose = (side: 'base' | 'other') => (
    <label>
      {say(side)}
      <select
        name={side}
        value={place[side] ?? ''}
        onChange={(event) => go({ ...place, [side]: event.currentTarget.value })}
      >
        <option value="">{say('choose')}</option>
        {(known.value ?? []).map((report: Report) => (
          <option key={report.id} value={report.id}>
            {report.year ?? ''} · {report.symbol}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <div class="row choices">
        {choose('base')}
        {choose('other')}
        <label class="check">
          <input
            type="checkbox"
            checked={hide === '1'}
            onChange={(event) => go({ ...place, hide: event.currentTarget.checked ? '1' : '' })}
          />
          {say('hideIdentical')}
        </label>
      </div>
      {key === null && <p>{say('chooseTwo')}</p>}
      {loaded.error && (
        <p class="error" role="alert">
          {say('error')} {loaded.error}
        </p>
      )}
      {key !== null && loaded.loading && <p>{say('loading')}</p>}
      {key !== null && loaded.value && !loaded.loading && <Sides {...loaded.value} hide={hide === '1'} />}
    </>
  );
}

function Sides({
  comparison,
  texts,
  hide,
}: {
  comparison: Comparison;
  texts: ReadonlyMap<string, Paragraph>;
  hide: boolean;
}) {
  const { base, other, summary } = comparison;
  const changes = comparison.changes.filter(
    (change) => !hide || change.change !== 'identical' || change.moved,
  );
  const head = (report: Comparison['base']) => (
    <a href={address({ page: 'report', id: report.id })}>
      {report.year ?? ''} <bdi dir="ltr">{report.symbol}</bdi>
    </a>
  );
  return (
    <>
      <p class="summary">
        <strong>{(summary.similarity * 100).toFixed(1)} %</strong> {say('alike')}
        {kinds
          .filter((kind) => summary[kind] > 0)
          .map((kind) => (
            <span key={kind} class={`kind ${kind}`}>
              {say(kind)} {summary[kind]}
            </span>
          ))}
      </p>
      <table class="sides arabic" dir="rtl">
        <thead>
          <tr>
            <th scope="col">{head(base)}</th>
            <th scope="col">{head(other)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={[...change.base, '|', ...change.other].join(' ')} class={change.change}>
              <td>
                <Side change={change} side="base" texts={texts} />
              </td>
              <td>
                <div class="kinds">
                  <span class={`kind ${change.change}`}>{say(change.change)}</span>
                  {change.moved && <span class="kind moved">{say('moved')}</span>}
                  {change.punctuation && <span class="kind punctuation">{say('punctuation')}</span>}
                </div>
                <Side change={change} side="other" texts={texts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Side({
  change,
  side,
  texts,
}: {
  change: Change;
  side: 'base' | 'other';
  texts: ReadonlyMap<string, Paragraph>;
}) {
  return (
    <>
      {change[side].map((id) => {
        const paragraph = texts.get(id);
        if (!paragraph) return null;
        return (
          <p key={id} class={paragraph.kind}>
            {paragraph.label && <span class="label">{paragraph.label}</span>}{' '}
            <Marked text={paragraph.text} marks={marksOf(change, side, id)} />
          </p>
        );
      })}
    </>
  );
}

/** What to mark in one paragraph: whole words that went or came, and only the letters where just letters differ. */
function marksOf(change: Change, side: 'base' | 'other', id: string): Mark[] {
  const marks: Mark[] = [];
  for (const part of change.diff) {
    const range = part[side];
    if (range === null || range.paragraph !== id || part.op === 'equal') continue;
    const name = part.op === 'replace' ? `replace ${side}` : part.op;
    const inner = part.inner?.[side];
    if (inner && inner.length > 0)
      marks.push(...inner.map(([start, end]) => ({ start, end, name: `${name} letters` })));
    else marks.push({ start: range.start, end: range.end, name });
  }
  return marks.sort((a, b) => a.start - b.start);
}
