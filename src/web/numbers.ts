/**
 * Texts hold `12 345` in the order of reading; between right-to-left words a browser would print it 345 12. A blank
 * that does not break holds the order, and is as long as the other.
 */
const thousands = /(?<=(?<!\p{N})\p{N}{1,3}) (?=\p{N}{3}(?!\p{N}))/gu;

export const numbersInOrder = (text: string): string => text.replace(thousands, '\u00A0');
