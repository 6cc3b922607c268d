/**
 * Loads a value for a component: the value, an error, or neither yet. A late answer to an older question is dropped.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  /** Remains that of the older question while `loading`. */
  value?: T;
  error?: Error;
  loading: boolean;
  retry(): void;
}

/** `key` identifies the question: a new key asks again, null asks nothing. */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ value?: T; error?: Error; loading: boolean; of: string | null }>({
    loading: key !== null,
    of: key,
  });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (key === null) {
      setState({ loading: false, of: null });
      return;
    }
    let current = true;
    setState(({ value }) => ({ ...(value === undefined ? {} : { value }), loading: true, of: key }));
    load().then(
      (value) => current && setState({ value, loading: false, of: key }),
      (error: unknown) =>
        current &&
        setState({
          error: error instanceof Error ? error : new Error(String(error)),
          loading: false,
          of: key,
        }),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);
  // A failure for lack of a network is retried when the network is back.
  const failed = state.error !== undefined;
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed]);
  const { of, ...rest } = state;
  // Between a new key and its effect the state still belongs to the older question.
  return of === key ? { ...rest, retry } : { ...rest, loading: key !== null, retry };
}
