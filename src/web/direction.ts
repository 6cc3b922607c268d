/**
 * The direction of a text: that of most of its letters, so that an Arabic paragraph that begins with a symbol stays
 * Arabic.
 */

const arabic = /\p{Script=Arabic}/u;
const letter = /\p{L}/u;

/** Cache per UTF-16 unit: 0 for unknown, otherwise 1, plus 2 for a letter and 4 for Arabic. */
const known = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const sign = String.fromCharCode(unit);
  known[unit] = 1 | (letter.test(sign) ? 2 : 0) | (arabic.test(sign) ? 4 : 0);
  return known[unit]!;
}

export function direction(text: string): 'rtl' | 'ltr' {
  let [all, right] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = known[unit] || kindOf(unit);
    if (kind & 2) all++;
    if (kind & 4) right++;
  }
  return right * 3 >= all && right > 0 ? 'rtl' : 'ltr';
}
