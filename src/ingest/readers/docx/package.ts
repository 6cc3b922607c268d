/** The parts of a Word file: found by their relationships, not by their customary names. */
import { IngestError } from '../../document.ts';
import { childrenOf, parseXml, type XmlElement } from '../package/xml.ts';
import { openZip } from '../package/zip.ts';

export class WordPackage {
  readonly file: string;
  readonly mainPart: string;
  private readonly parts: Map<string, Uint8Array>;
  private readonly relations: { type: string; target: string; id: string }[];

  /** @throws IngestError `damaged_file`, `zip_bomb`, `unsafe_xml`. */
  constructor(bytes: Uint8Array, file: string) {
    this.file = file;
    this.parts = openZip(
      bytes,
      file,
      (name) => /\.(?:xml|rels)$/iu.test(name) && !/^(?:customXml|word\/theme)\//iu.test(name),
    );
    const main = this.relationsOf('').find((relation) => relation.type === 'officeDocument');
    this.mainPart = main?.target ?? 'word/document.xml';
    if (!this.parts.has(this.mainPart)) {
      throw new IngestError(
        'damaged_file',
        `${file} has no ${this.mainPart}: it is not a complete Word file; save it again`,
      );
    }
    this.relations = this.relationsOf(this.mainPart);
  }

  bytes(name: string): Uint8Array | null {
    return this.parts.get(name) ?? null;
  }

  /** Root of the first part of a type (`styles`, `numbering`, `footnotes`), or null. */
  root(type: string): XmlElement | null {
    return this.roots(type)[0] ?? null;
  }

  /** Roots of all parts of a type (`header`, `footer`). */
  roots(type: string): XmlElement[] {
    return this.relations
      .filter((relation) => relation.type === type)
      .flatMap(({ target }) => {
        const bytes = this.parts.get(target);
        return bytes ? [parseXml(bytes, { file: this.file, part: target })] : [];
      });
  }

  title(): string | null {
    const bytes = this.parts.get('docProps/core.xml');
    if (!bytes) return null;
    const root = parseXml(bytes, { file: this.file, part: 'docProps/core.xml' });
    const text = childrenOf(root, 'dc:title')[0]?.children.join('').trim();
    return text ? text : null;
  }

  private relationsOf(part: string): { type: string; target: string; id: string }[] {
    const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
    const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
    const bytes = this.parts.get(name);
    if (!bytes) return [];
    const root = parseXml(bytes, { file: this.file, part: name });
    return childrenOf(root, 'Relationship').map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1)!,
      target: absolute(folder, attributes.Target ?? ''),
    }));
  }
}

function absolute(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
