/**
 * Texts have `12 345` in reading order; between right-to-left words a browser would print it as 345 12. A no-break
 * space keeps the order and is one character too, so offsets stay valid.
 */
const thousands = /(?<=(?<!\p{N})\p{N}{1,3}) (?=\p{N}{3}(?!\p{N}))/gu;

export const numbersInOrder = (text: string): string => text.replace(thousands, '\u00A0');
