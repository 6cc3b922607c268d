/** Loading for a component: the value, an error, or neither yet; a late answer to an older question is dropped. */
import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  /** Stays the older question's while `loading`. */
  value?: T;
  error?: Error;
  loading: boolean;
  retry(): void;
}

/** `key` says which question this is: another key asks again; null asks nothing. */
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
  // What failed for want of a network is asked again when there is one.
  const failed = state.error !== undefined;
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed]);
  const { of, ...rest } = state;
  // Between a new key and its effect the state is the older question's.
  return of === key ? { ...rest, retry } : { ...rest, loading: key !== null, retry };
}
