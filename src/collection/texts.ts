/** `include=text`: adds the texts that an answer's ranges point to, so that one request is enough. */
import type { View } from './view.ts';

/** The answer with a `text` (the words of the range) next to every `start` and `end` without one. */
export function withTexts<B>(view: View, body: B): B {
  const known = new Map<string, string>();
  const textOf = (paragraph: string): string => {
    let text = known.get(paragraph);
    if (text === undefined) {
      text = view.reader.paragraph(paragraph)?.text ?? '';
      known.set(paragraph, text);
    }
    return text;
  };
  /** `paragraph`: the paragraph named by an enclosing object, for ranges that do not name it themselves. */
  const walk = (value: unknown, paragraph: string | null): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, paragraph));
    if (typeof value !== 'object' || value === null) return value;
    const given = value as Record<string, unknown>;
    const here = typeof given.paragraph === 'string' ? given.paragraph : paragraph;
    const whole: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(given)) whole[name] = walk(inner, here);
    const { start, end } = given;
    if (here !== null && typeof start === 'number' && typeof end === 'number')
      whole.text ??= textOf(here).slice(start, end);
    return whole;
  };
  return walk(body, null) as B;
}
