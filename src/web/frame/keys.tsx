/** Keyboard shortcuts: a screen declares its own with `useKeys`, and `?` lists those that work now. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../strings/index.ts';

export interface Key {
  /** As `KeyboardEvent.key` gives it. */
  key: string;
  /** What it does, in the reader's language. */
  says: string;
  run(event: KeyboardEvent): void;
}

const registered = new Set<readonly Key[]>();

/** Shortcuts work while the component is shown, and not while the reader is typing. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const entry = keys.map(({ key, says }, i) => ({
      key,
      says,
      run: (event: KeyboardEvent) => latest.current[i]?.run(event),
    }));
    registered.add(entry);
    return () => {
      registered.delete(entry);
    };
  }, [keys.map(({ key }) => key).join(' ')]);
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, select, textarea') && !target.matches('[type="checkbox"], [type="radio"]')));

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target))
    return;
  if (document.querySelector('dialog[open]') !== null) return;
  for (const keys of [...registered].reverse()) {
    const found = keys.find(({ key }) => key === event.key);
    if (!found) continue;
    event.preventDefault();
    found.run(event);
    return;
  }
});

/** The button and the list that it opens. */
export function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<readonly Key[]>([]);
  const open = () => {
    setShown([...registered].flat());
    dialog.current?.showModal();
  };
  useKeys([
    { key: '?', says: say('keysHelp'), run: open },
    {
      key: '/',
      says: say('keysSearch'),
      run() {
        const field = document.querySelector<HTMLInputElement>('main [name="q"]');
        field?.focus();
        field?.select();
      },
    },
  ]);
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-keyshortcuts="?"
        aria-label={say('keys')}
        title={say('keys')}
        onClick={open}
      >
        ?
      </button>
      <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{say('keys')}</h2>
        <dl>
          {shown.map(({ key, says }) => (
            <div key={key + says}>
              <dt>
                <kbd dir="ltr">{key}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd dir="ltr">Esc</kbd>
            </dt>
            <dd>{say('keysEscape')}</dd>
          </div>
        </dl>
        <form method="dialog">
          <button type="submit">{say('close')}</button>
        </form>
      </dialog>
    </>
  );
}
