/**
 * The normaliser as a plain chain of regular expressions that follows its definition: slow, without ranges, obviously
 * right. Tests compare with it; the bench measures against it.
 */
const INVISIBLES = /[\u0640\p{Default_Ignorable_Code_Point}]/gu;

/** Tatweel between digits is a dash. */
const RANGE =
  /(?<=\p{Nd}\p{Default_Ignorable_Code_Point}*)\u0640[\u0640\p{Default_Ignorable_Code_Point}]*(?=\p{Nd})/gu;

export function referenceExact(text: string): string[] {
  const normal = [...text.replace(RANGE, '-').replace(INVISIBLES, '')]
    .map((char) => {
      const plain = char.normalize('NFKC');
      if (/^[ \u0640]\p{M}+$/u.test(plain))
        return /\p{Script=Arabic}|[\u064B-\u0652]/u.test(plain) ? plain.slice(1) : ' ';
      return plain.includes('\u2044') && char !== '\u2044' ? ` ${char}` : char;
    })
    .join('')
    .normalize('NFKC');
  const folded = [...normal]
    .map((char) => (char === 'ı' ? char : char.toLowerCase().toUpperCase().toLowerCase()))
    .join('')
    .normalize('NFKC')
    .replace(INVISIBLES, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  return (folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((run) => /[\p{L}\p{N}]/u.test(run));
}

/** The contract's folding, for words of Arabic letters with Arabic marks. */
export function referenceFolded(text: string): string[] {
  return referenceExact(text).map((word) =>
    word
      .replace(/[\u064B-\u0655\u0670\u06D6-\u06DC]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ىی]/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/ک/g, 'ك')
      .replace(/[ؤئ]/g, 'ء')
      .replace(/ي+ء$/, 'ء'),
  );
}
