/**
 * Makes a PDF of very many pages from one with few: an update appended to the file (ISO 32000-1 §7.5.6) with new page
 * objects, which share the contents and fonts of the old ones.
 */

const pageObject = /(\d+) 0 obj\s*(<<\/Type\/Page\/Parent (\d+) 0 R.*?>>)\s*endobj/gs;

/**
 * @param source a PDF with its cross-references in a table and a flat page tree, as LibreOffice writes it
 * @throws Error if the file is built in another way
 */
export function manyPages(source: Uint8Array, count: number): Uint8Array {
  const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString('latin1');
  const pages = [...text.matchAll(pageObject)];
  const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[1];
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const tree = pages[0]?.[3];
  if (!tree || !size || !root || !previous) throw new Error('the PDF is not built as LibreOffice builds it');
  const ownTree = new RegExp(`(?:^|\\s)${tree} 0 obj\\s*(<<.*?>>)\\s*endobj`, 's').exec(text)?.[1] ?? '';
  const inherited = /\/Resources \d+ 0 R/.exec(ownTree)?.[0] ?? '';

  let update = '';
  const offsets: string[] = [];
  const write = (number: number, body: string) => {
    offsets.push(`${String(source.length + update.length + 1).padStart(10, '0')} 00000 n \n`);
    update += `\n${number} 0 obj\n${body}\nendobj`;
  };
  const numbers = Array.from({ length: count }, (_, i) => size + i);
  for (const [i, number] of numbers.entries()) write(number, pages[i % pages.length]![2]!);
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  write(Number(tree), `<</Type/Pages ${inherited}/Count ${count}/Kids[${kids}]>>`);
  const table = `${size} ${count}\n${offsets.slice(0, -1).join('')}${tree} 1\n${offsets.at(-1)}`;
  const start = source.length + update.length + 1;
  update += `\nxref\n${table}trailer\n<</Size ${size + count}/Root ${root}/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([source, Buffer.from(update, 'latin1')]);
}
