/** Typos made at random in the words of the samples: the first suggestion leads back to the paragraph. */
import { tokenize } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { embeddedEngine, searchAnswer } from '../../src/search/index.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { sampleReports } from '../compare/texts.ts';
import { newStore, viewOf } from './world.ts';

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
type Below = (limit: number) => number;
type Slip = (words: readonly string[], at: number, below: Below) => string[] | null;

function generator(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const one =
  (change: (word: string, below: Below) => string | null): Slip =>
  (words, at, below) => {
    const changed = change(words[at]!, below);
    return changed === null ? null : words.with(at, changed);
  };

const slips: Record<string, Slip> = {
  'another letter': one((word, below) => {
    const at = below(word.length);
    return word.slice(0, at) + letters[below(letters.length)] + word.slice(at + 1);
  }),
  'a letter more': one((word, below) => {
    const at = below(word.length + 1);
    return word.slice(0, at) + letters[below(letters.length)] + word.slice(at);
  }),
  'a letter less': one((word, below) => {
    const at = below(word.length);
    return word.slice(0, at) + word.slice(at + 1);
  }),
  'two letters swapped': one((word, below) => {
    const at = below(word.length - 1);
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  }),
  'a particle stuck': one((word, below) => `${['و', 'ب', 'ل', 'ف', 'ال', 'وال'][below(6)]}${word}`),
  'a particle missing': one((word) => /^(?:وال|بال|لل|ال|[وبلفك])(.{3,})$/.exec(word)?.[1] ?? null),
  'two words run together': (words, at) =>
    at + 1 < words.length ? words.toSpliced(at, 2, words[at]! + words[at + 1]!) : null,
  'a word torn apart': (words, at, below) => {
    const word = words[at]!;
    const cut = 1 + below(word.length - 1);
    return word.length < 4 ? null : words.toSpliced(at, 1, word.slice(0, cut), word.slice(cut));
  },
};

describe('the first suggestion for a slip', () => {
  const reports = sampleReports().map(({ text }) => ({
    report: { ...text.report, paragraphs: text.paragraphs.length },
    paragraphs: [...text.paragraphs],
    repairs: [],
    symbolGiven: true,
  }));
  const lexicon = loadLexicon();

  it.each([1, 2, 3, 4])('in a query of %i words finds the paragraph, 90 times of 100', async (size) => {
    const view = viewOf(newStore(reports, undefined, lexicon), lexicon);
    const engine = embeddedEngine();
    const below = generator(size);
    const paragraphs = reports.flatMap((report) => report.paragraphs);
    const missed: string[] = [];
    const asked = 200;
    for (let made = 0; made < asked; ) {
      const { id, text } = paragraphs[below(paragraphs.length)]!;
      const tokens = tokenize(text, 'exact').map((token) => token.text);
      const first = below(Math.max(1, tokens.length - size));
      const words = tokens.slice(first, first + size);
      const at = below(size);
      if (words.length < size || /\d/.test(words.join('')) || words[at]!.length < 3) continue;
      const names = Object.keys(slips);
      const name = names[below(names.length)]!;
      const wrong = slips[name]!(words, at, below)?.join(' ');
      if (wrong === undefined) continue;
      const q = below(2) === 0 ? wrong : `"${wrong}"`;
      const { total, suggestions } = await searchAnswer(view, engine, { q, limit: 1 });
      // A query that still finds something is not a typo that a reader would notice.
      if (total > 0) continue;
      made += 1;
      const [suggestion] = suggestions;
      const hits = suggestion
        ? (await searchAnswer(view, engine, { q: suggestion, limit: 100_000 })).hits
        : [];
      if (!hits.some(({ paragraph }) => paragraph.id === id))
        missed.push(`${name}: ${words.join(' ')}: ${q} → ${suggestions.join(' / ')}`);
    }
    expect(1 - missed.length / asked, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
