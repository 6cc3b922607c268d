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
  const [state, setState] = useState<{ value?: T; error?: Error; loading: boolean }>({
    loading: key !== null,
  });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (key === null) {
      setState({ loading: false });
      return;
    }
    let current = true;
    setState(({ value }) => ({ ...(value === undefined ? {} : { value }), loading: true }));
    load().then(
      (value) => current && setState({ value, loading: false }),
      (error: unknown) =>
        current &&
        setState({ error: error instanceof Error ? error : new Error(String(error)), loading: false }),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);
  return { ...state, retry };
}
