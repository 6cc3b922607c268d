/** Example searches from the collection itself: short headings of the newest report, most frequent first. */
import { words } from 'arabic-normalizer';
import { api, body, paragraphsOf, type Report } from './client.ts';

const kept = new Map<string, Promise<string[]>>();

/** At most ten; none if the report has no short headings. */
export function termsOf(report: Report): Promise<string[]> {
  const asked = kept.get(report.id) ?? find(report);
  kept.set(report.id, asked);
  return asked;
}

async function find({ id, series }: Report): Promise<string[]> {
  const paragraphs = await paragraphsOf(id);
  const found = new Map<string, string>();
  for (const { kind, text } of paragraphs) {
    const list = words(text);
    if (kind !== 'heading' || list.length < 2 || list.length > 3 || /[^\p{L}\p{M}\s]/u.test(text.trim()))
      continue;
    found.set(list.join(' '), text.trim());
  }
  const terms = [...found.values()].slice(0, 10);
  if (terms.length === 0) return [];
  const { trends } = await body(api.trends.$get({ query: { q: terms, ...(series ? { series } : {}) } }));
  const said = new Map(
    trends.map(({ phrase, points }) => [
      phrase.text,
      points.reduce((sum, point) => sum + (point.occurrences ?? 0), 0),
    ]),
  );
  return terms.sort((a, b) => (said.get(b) ?? 0) - (said.get(a) ?? 0));
}
