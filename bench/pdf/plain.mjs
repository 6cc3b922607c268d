/**
 * The minimum cost of reading a PDF in this language: the text of every page as pdf.js returns it, in drawing order.
 * `node bench/pdf/plain.mjs FILE…` prints the number of pages and letters.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pages and letters of a PDF. */
export async function plainText(bytes) {
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true });
  const doc = await task.promise;
  let letters = 0;
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const { items } = await page.getTextContent();
    for (const item of items) letters += item.str.length;
    page.cleanup();
  }
  const pages = doc.numPages;
  await task.destroy();
  return { pages, letters };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of process.argv.slice(2)) {
    const { pages, letters } = await plainText(new Uint8Array(readFileSync(file)));
    console.log(`${pages} pages, ${letters} letters`);
  }
}
