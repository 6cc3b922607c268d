/** OpenDocument texts (.odt), read from the document's own XML. */
import { IngestError, type RawDocument, type Reader } from '../../document.ts';
import { descendants, isElement, parseXml, type XmlElement } from '../package/xml.ts';
import { openZip } from '../package/zip.ts';
import { pagesArePictures } from '../page-pictures.ts';
import { settleStyles } from '../styled-block.ts';
import { OdtBody } from './body.ts';
import { OdtStyles } from './styles.ts';

const partNames = /^(?:content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/u;

export const readOdt: Reader = async (bytes, { file }) => {
  const parts = openZip(bytes, file, (name) => partNames.test(name));
  const root = (part: string) => {
    const content = parts.get(part);
    return content ? parseXml(content, { file, part }) : null;
  };
  const manifest = root('META-INF/manifest.xml');
  if (manifest && descendants(manifest, 'manifest:encryption-data').length > 0) {
    throw new IngestError('encrypted', `${file} is protected by a password: save a copy without one`);
  }
  const content = parts.get('content.xml');
  if (!content)
    throw new IngestError(
      'damaged_file',
      `${file} has no content.xml: it is not a complete .odt; save it again`,
    );
  const stylesRoot = root('styles.xml');
  const shared = stylesRoot ? stylesRoot.children.filter(isElement) : [];
  return read(content, file, shared, root('meta.xml'));
};

function read(
  content: Uint8Array,
  file: string,
  shared: readonly XmlElement[],
  meta: XmlElement | null,
): RawDocument {
  let body: OdtBody | null = null;
  const own: XmlElement[] = [];
  const start = () => {
    body ??= new OdtBody(new OdtStyles([...shared.filter(isStyles), ...own]));
    return body;
  };
  parseXml(content, {
    file,
    part: 'content.xml',
    each: { parent: 'office:text', visit: (element) => start().visit(element) },
    before: { name: 'office:automatic-styles', visit: (element) => own.push(element) },
  });
  const { blocks, notes, pagePictures } = start();
  const document: RawDocument = {
    format: 'odt',
    layer: 'logical',
    damage: 'letters',
    blocks: [...settleStyles(blocks), ...notes],
    furniture: furniture(shared),
    warnings: pagesArePictures(pagePictures),
  };
  const title = meta ? descendants(meta, 'dc:title')[0]?.children.join('').trim() : undefined;
  if (title) document.title = title;
  return document;
}

const isStyles = (element: XmlElement) => /^office:(?:automatic-)?styles$/u.test(element.name);

/** Lines of the page headers and footers, each once. */
function furniture(shared: readonly XmlElement[]): string[] {
  const styles = new OdtStyles(shared.filter(isStyles));
  const masters = shared.find((element) => element.name === 'office:master-styles');
  const lines = new Set<string>();
  for (const master of masters?.children.filter(isElement) ?? []) {
    for (const part of master.children.filter(isElement)) {
      if (!/^style:(?:header|footer)/u.test(part.name)) continue;
      const reader = new OdtBody(styles);
      reader.visitAll(part);
      for (const block of reader.blocks) lines.add(block.text);
    }
  }
  return [...lines];
}
