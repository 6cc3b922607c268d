/** Word files (.docx), read from the document's own XML, including its numbering, notes, tables and tracked changes. */
import type { RawDocument, Reader } from '../../document.ts';
import { isElement, parseXml, type XmlElement } from '../package/xml.ts';
import { pagesArePictures } from '../page-pictures.ts';
import { settleStyles } from '../styled-block.ts';
import { BodyReader } from './body.ts';
import { calledNotes, firstNumber, readNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { WordPackage } from './package.ts';
import { Styles } from './styles.ts';

export const readDocx: Reader = async (bytes, { file }) => {
  const word = new WordPackage(bytes, file);
  const styles = new Styles(word.root('styles'));
  const reader = new BodyReader(styles, readNumbering(word.root('numbering')));
  parseXml(word.bytes(word.mainPart)!, {
    file,
    part: word.mainPart,
    each: { parent: 'w:body', visit: (element) => reader.visit(element) },
  });
  const blocks = settleStyles(reader.blocks);
  const settings = word.root('settings');
  const notes = new Map([
    ...readNotes(word.root('footnotes'), 'f', styles),
    ...readNotes(word.root('endnotes'), 'e', styles),
  ]);
  const called = calledNotes(blocks, notes, { f: firstNumber(settings, 'f'), e: firstNumber(settings, 'e') });
  const document: RawDocument = {
    format: 'docx',
    layer: 'logical',
    damage: 'letters',
    blocks: [...blocks, ...called],
    furniture: [...word.roots('header'), ...word.roots('footer')].flatMap((root) => linesOf(root, styles)),
    warnings: pagesArePictures(reader.pagePictures),
  };
  const title = word.title();
  if (title !== null) document.title = title;
  return document;
};

/** Lines of a page header or footer, each once. */
function linesOf(root: XmlElement, styles: Styles): string[] {
  const reader = new BodyReader(styles, readNumbering(null));
  for (const node of root.children) if (isElement(node)) reader.visit(node);
  return [...new Set(reader.blocks.map((block) => block.text))];
}
