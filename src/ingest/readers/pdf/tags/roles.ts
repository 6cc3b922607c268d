/**
 * What a structure element's type means for reading (ISO 32000-1 §14.8.4, ISO 32000-2 annex L): a paragraph of its own,
 * a part that contains paragraphs, or a piece of the text around it.
 */
import type { Objects } from '../open/objects.ts';
import { type Dict, isDict } from '../open/syntax.ts';

export type Role =
  /** Contains blocks; text directly inside it is a paragraph, or part of the one around it. */
  | 'group'
  /** A paragraph. */
  | 'block'
  | 'title'
  | 'heading'
  | 'contents'
  | 'list'
  | 'item'
  | 'label'
  | 'table'
  | 'row'
  | 'cell'
  | 'note'
  /** Part of the text around it. */
  | 'inline'
  /** An artifact that is in the tree (ISO 32000-2). */
  | 'artifact';

const named: Record<Role, string> = {
  group:
    'Document DocumentFragment Part Art Sect Div BlockQuote NonStruct Private Aside TOC Index THead TBody TFoot Figure Formula Form',
  block: 'P Caption',
  title: 'Title',
  heading: 'H H1 H2 H3 H4 H5 H6',
  contents: 'TOCI',
  list: 'L',
  item: 'LI',
  label: 'Lbl',
  table: 'Table',
  row: 'TR',
  cell: 'TD TH',
  note: 'Note FENote',
  inline: 'LBody Span Quote Reference BibEntry Code Link Annot Em Strong Sub Ruby RB RT RP Warichu WT WP',
  artifact: 'Artifact',
};

const standard = new Map<string, Role>(
  Object.entries(named).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as Role])),
);

export interface Meaning {
  role: Role;
  /** The standard type, or the file's own if it maps to none. */
  name: string;
}

/** No file maps more types than this. */
const mostRoles = 10_000;

/**
 * Types by the file's own names for them; the map comes first, because a style may be called `H` and be a paragraph.
 */
export class Roles {
  private readonly map: Dict | undefined;
  private readonly known = new Map<string, Meaning>();

  constructor(objects: Objects, root: Dict) {
    const map = objects.resolve(root.get('/RoleMap'));
    this.map = isDict(map) && map.size <= mostRoles ? map : undefined;
  }

  of(type: string): Meaning {
    let meaning = this.known.get(type);
    if (!meaning) {
      meaning = this.find(type);
      if (this.known.size < mostRoles) this.known.set(type, meaning);
    }
    return meaning;
  }

  /** The end of the chain; if the chain is circular, the first standard type in it. */
  private find(type: string): Meaning {
    const seen = new Set<string>();
    let name = type;
    while (!seen.has(name)) {
      seen.add(name);
      const next = this.map?.get(name);
      if (typeof next !== 'string') return meaningOf(name.slice(1));
      name = next;
    }
    const known = [...seen].find((one) => standard.has(one.slice(1)));
    return meaningOf((known ?? type).slice(1));
  }
}

function meaningOf(name: string): Meaning {
  const role = standard.get(name);
  if (role) return { role, name };
  // ISO 32000-2 numbers headings beyond 6.
  return { role: /^H[1-9][0-9]?$/u.test(name) ? 'heading' : 'group', name };
}
