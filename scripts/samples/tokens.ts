/**
 * Tokens of the `exact` and `folded` profiles, implemented a second time from the contract, simply and slowly, so that
 * the truth of the samples does not come from the program that is tested with it.
 */

const invisible = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

export function exactTokens(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .toLowerCase();
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((token) => /[\p{L}\p{N}]/u.test(token));
}

export function foldToken(token: string): string {
  return token
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')
    .replace(/[ؤئ]/gu, 'ء')
    .replace(/يء$/u, 'ء');
}

export function foldedTokens(text: string): string[] {
  return exactTokens(text).map(foldToken);
}

/** Occurrences of one run of tokens in another, overlapping ones too. */
export function countRuns(tokens: string[], phrase: string[]): number {
  let count = 0;
  for (let i = 0; i + phrase.length <= tokens.length; i += 1) {
    if (phrase.every((token, j) => tokens[i + j] === token)) count += 1;
  }
  return count;
}

/** Length of the longest common subsequence. */
export function commonLength(a: string[], b: string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 0; j < b.length; j += 1) {
      next.push(x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    }
    row = next;
  }
  return row[b.length]!;
}

export function similarity(a: string[], b: string[]): number {
  return a.length + b.length === 0 ? 1 : (2 * commonLength(a, b)) / (a.length + b.length);
}
