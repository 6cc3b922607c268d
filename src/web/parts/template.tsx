/** What all versions of a wording share, with a numbered slot wherever they differ, and a table of slots × years. */
import type { Wording } from '../client.ts';
import { direction } from '../direction.ts';
import { symbolOf } from '../known.ts';
import { number } from '../language.ts';
import { say } from '../strings/index.ts';
import { sayThreads } from '../strings/threads.ts';
import { Exports } from './export.tsx';
import { SymbolName, Year } from './isolated.tsx';
import { Wide } from './wide.tsx';

type Part = Wording['template'][number];

export function Template({
  template,
  versions,
}: {
  template: readonly Part[];
  versions: readonly { report: string; year: number | null }[];
}) {
  const slots = template.flatMap((part) => (part.type === 'slot' ? [part] : []));
  if (slots.length === 0) return null;
  const numbers = new Map(slots.map((slot, index) => [slot, index + 1]));
  const shared = template.flatMap((part) => (part.type === 'word' ? [part.text] : [])).join(' ');
  const filled = slots.map(({ values }) => new Map(values.map(({ report, text }) => [report, text])));
  const rows = versions.filter(({ report }) => filled.some((slot) => slot.has(report)));
  const runs = direction(shared);
  return (
    <section class="template">
      <h3>{sayThreads('template')}</h3>
      <p class="quiet">{sayThreads('templateHint')}</p>
      <p class="arabic shared" dir={runs}>
        {template.map((part, index) => (
          <span key={index}>
            {index > 0 && ' '}
            {part.type === 'word' ? part.text : <span class="slot">{numbers.get(part)}</span>}
          </span>
        ))}
      </p>
      <Wide label={sayThreads('template')}>
        <table class="slots">
          <thead>
            <tr>
              <th scope="col">{say('year')}</th>
              {slots.map((_, index) => (
                <th key={index} scope="col">
                  <span class="unseen">{sayThreads('slot')} </span>
                  <span class="slot">{number(index + 1)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ report, year }, row) => (
              <tr key={report}>
                <th scope="row">
                  {year === null ? <SymbolName text={symbolOf(report)} /> : <Year year={year} />}
                </th>
                {filled.map((slot, index) => {
                  const text = slot.get(report) ?? '';
                  const before = row > 0 ? (slot.get(rows[row - 1]!.report) ?? '') : null;
                  return (
                    <td key={index} class={text === before ? 'again' : ''} dir={runs}>
                      {text === '' ? (
                        <span class="quiet">{sayThreads('nothingThere')}</span>
                      ) : (
                        <bdi class="arabic">{text}</bdi>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Exports
        name={`${sayThreads('template')} ${shared.slice(0, 40)}`}
        rows={() => [
          [say('year'), ...slots.map((_, index) => `${sayThreads('slot')} ${index + 1}`)],
          ...rows.map(({ report, year }) => [
            year ?? symbolOf(report),
            ...filled.map((slot) => slot.get(report) ?? ''),
          ]),
        ]}
      />
    </section>
  );
}
