/** A screen whose script is loaded when it is first shown. */
import type { ComponentType } from 'preact';
import { useLoaded } from '../load.ts';
import { Failure, Loading } from '../parts/state.tsx';
import type { Here } from '../place.ts';

export type Screen = () => Promise<ComponentType<Here>>;

export function Lazy({ name, screen, here }: { name: string; screen: Screen; here: Here }) {
  // Wrapped in an object, because a function as state would be called.
  const loaded = useLoaded(name, async () => ({ name, Page: await screen() }));
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (loaded.value?.name !== name) return <Loading />;
  const { Page } = loaded.value;
  return <Page {...here} />;
}
