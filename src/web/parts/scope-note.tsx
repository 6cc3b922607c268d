/** Under an answer: how many reports were looked at, and which could not be counted. */
import type { PhraseAnswer } from '../client.ts';
import { counted } from '../language.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';

type Scope = PhraseAnswer['scope'];

export function ScopeNote({ scope }: { scope: Scope }) {
  const { reports, unreadable, undated, missing } = scope;
  const report = (id: string) => (
    <a href={address({ page: 'report', id })}>
      <bdi dir="ltr">{id}</bdi>
    </a>
  );
  return (
    <footer class="quiet scope">
      <p>
        {say('lookedAt')} {counted(reports, 'report')}.
      </p>
      <Names title={say('scopeUnreadable')} names={unreadable.map(report)} />
      <Names title={say('scopeUndated')} names={undated.map(report)} />
      <Names
        title={say('scopeMissing')}
        names={missing.map((symbol) => (
          <bdi key={symbol} dir="ltr">
            {symbol}
          </bdi>
        ))}
      />
    </footer>
  );
}

/** All of them; folded where they are many. */
function Names({ title, names }: { title: string; names: preact.JSX.Element[] }) {
  if (names.length === 0) return null;
  const list = names.map((name, i) => [i > 0 && ' · ', name]);
  if (names.length <= 6) {
    return (
      <p>
        {title} {list}
      </p>
    );
  }
  return (
    <details>
      <summary>
        {title} {counted(names.length, 'report')}
      </summary>
      <p>{list}</p>
    </details>
  );
}
