/** The page's title, in the tab, the history and bookmarks. */
import { useEffect } from 'preact/hooks';
import { say } from './strings/index.ts';

/** `text`: what this page shows; empty for the first page. */
export function useTitle(text: string): void {
  useEffect(() => {
    document.title = text === '' ? say('name') : `${text} · ${say('name')}`;
  }, [text]);
}
