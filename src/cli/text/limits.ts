/** What an answer could not take into account, as lines at its end; the same as `scope` in its body. */

interface Limited {
  scope?: { unreadable: readonly string[]; undated: readonly string[]; missing: readonly string[] };
  /** Novelty has lists of its own, of earlier reports only, and its text begins with them. */
  missing?: readonly string[];
}

/** With a blank line before it; '' if nothing was left out. */
export function limits({ scope, missing }: Limited): string {
  if (scope === undefined) return '';
  const lines = [
    named('left out because they cannot be read', scope.unreadable),
    ...(missing === undefined
      ? [
          named('without a date, so in no timeline', scope.undated),
          named('not in the collection', scope.missing),
        ]
      : []),
  ].filter((line) => line !== '');
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

const most = 10;

function named(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length > most ? ` and ${names.length - most} more (--json lists all)` : '';
  return `${what}: ${names.slice(0, most).join(' ')}${rest}`;
}
