/** The parts of documents that a script writes, between two comments with the part's name. */

const around = (name: string): RegExp => new RegExp(`(<!-- ${name}\\b[^>]*-->\\n)[^]*?(<!-- /${name} -->)`);

/** @throws Error if the document has no such part */
export function withPart(document: string, name: string, text: string): string {
  if (!around(name).test(document)) throw new Error(`the document has no part "${name}"`);
  return document.replace(
    around(name),
    (_, begin: string, end: string) => `${begin}\n${text.trim()}\n\n${end}`,
  );
}
