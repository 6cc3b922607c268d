/** Below an answer: how many reports were searched, and which could not be counted. */
import type { PhraseAnswer } from '../client.ts';
import { symbolOf, titleOf } from '../known.ts';
import { counted } from '../language.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { SymbolName } from './isolated.tsx';

type Scope = PhraseAnswer['scope'];

export function ScopeNote({ scope }: { scope: Scope }) {
  const { reports, unreadable, undated, missing } = scope;
  const report = (id: string) => (
    <a key={id} href={address({ page: 'report', id })} title={titleOf(id)}>
      <SymbolName text={symbolOf(id)} />
    </a>
  );
  return (
    <footer class="quiet scope">
      <p>
        {say('lookedAt')} {counted(reports, 'report', 'after')}.
      </p>
      <Names title={say('scopeUnreadable')} names={unreadable.map(report)} />
      <Names title={say('scopeUndated')} names={undated.map(report)} />
      <Names
        title={say('scopeMissing')}
        names={missing.map((symbol) => <SymbolName key={symbol} text={symbol} />)}
      />
    </footer>
  );
}

/** All of them, folded if there are many. */
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
