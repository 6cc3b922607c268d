/**
 * Example drafts from the collection itself: wording that is in most reports, wording that was dropped, and new
 * wording.
 */
import { api, body, type Report } from '../client.ts';
import type { sayCheck } from '../strings/check.ts';

export interface Example {
  about: Parameters<typeof sayCheck>[0] & ('exampleAgreed' | 'exampleDropped' | 'exampleNew');
  text: string;
}

/** Length of an example in words: long enough to be worth checking, short enough to read. */
const fewest = 6;
const most = 40;

export async function examplesOf({ id }: Report): Promise<Example[]> {
  const query = { limit: '50', min_words: String(fewest) };
  const nothing = () => null;
  const [recurring, dropped, novelty] = await Promise.all([
    body(api.reports[':id'].recurring.$get({ param: { id }, query })).catch(nothing),
    body(api.reports[':id'].dropped.$get({ param: { id }, query })).catch(nothing),
    body(api.reports[':id'].novelty.$get({ param: { id }, query: { include: 'text' } })).catch(nothing),
  ]);
  const fresh = (novelty?.paragraphs ?? [])
    .flatMap(({ spans }) => spans.filter(({ first_seen }) => first_seen === null))
    .sort((a, b) => b.words - a.words)
    .map(({ text = '', words }) => ({ text, words }));
  const found: [Example['about'], readonly { text: string; words: number }[]][] = [
    ['exampleAgreed', recurring?.phrases ?? []],
    ['exampleDropped', dropped?.phrases ?? []],
    ['exampleNew', fresh],
  ];
  return found.flatMap(([about, list]) => {
    const chosen = list.find(({ words }) => words >= fewest && words <= most);
    return chosen ? [{ about, text: chosen.text }] : [];
  });
}
