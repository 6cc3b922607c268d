/** Which language a text is in, as far as this program needs to know: Arabic, or one of the other official ones. */

const stopWords: Record<string, RegExp> = {
  en: /\b(?:the|of|and|to|in|for)\b/giu,
  fr: /\b(?:le|la|les|des|et|du|une|dans)\b/giu,
  es: /\b(?:el|los|las|y|del|una|por|que)\b/giu,
};

/** Two-letter code by the share of each script's letters, then by common words among the Latin ones. */
export function detectLanguage(texts: readonly string[]): string {
  const sample = texts.join('\n').slice(0, 50000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const scripts: [string, number][] = [
    ['ar', count(/\p{Script=Arabic}/gu)],
    ['latin', count(/\p{Script=Latin}/gu)],
    ['ru', count(/\p{Script=Cyrillic}/gu)],
    ['zh', count(/\p{Script=Han}/gu) * 4],
  ];
  const [best, letters] = scripts.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (letters === 0) return 'ar';
  if (best !== 'latin') return best;
  const ranked = Object.entries(stopWords).map(([code, pattern]) => [code, count(pattern)] as const);
  return ranked.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** `.ar`, `.en` … before the extension of a file's name. */
export function languageOfName(file: string): string | null {
  return /\.(ar|en|fr|es|ru|zh)\.[A-Za-z0-9]+$/iu.exec(file)?.[1]?.toLowerCase() ?? null;
}
