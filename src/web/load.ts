/** Loading for a component: the value, an error, or neither yet; a late answer to an older question is dropped. */
import { useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  value?: T;
  error?: string;
  loading: boolean;
}

/** `key` says which question this is: another key asks again; null asks nothing. */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { key: string | null }>({ key: null, loading: false });
  useEffect(() => {
    if (key === null) {
      setState({ key, loading: false });
      return;
    }
    let current = true;
    setState((before) => ({ ...before, key, loading: true }));
    load().then(
      (value) => current && setState({ key, value, loading: false }),
      (error: unknown) =>
        current &&
        setState({ key, error: error instanceof Error ? error.message : String(error), loading: false }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return state;
}
