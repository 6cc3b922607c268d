/**
 * The site's pages and their order, from the folders: an added page appears by itself, under its own title.
 * `first` only says which come first.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: pages are named from here, so that links are the same on GitHub and on the site. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Item {
  text: string;
  link: string;
}
export interface Group {
  text: string;
  collapsed?: boolean;
  items: Item[];
}

/** Groups of the sidebar: single pages, then the rest of the folder. */
const groups: { text: string; folder?: string; first: string[] }[] = [
  { text: 'Start', first: ['README.md', 'README.ar.md', 'docs/tutorial.md', 'samples/README.md'] },
  {
    text: 'How to',
    folder: 'docs/how-to',
    first: [
      'own-reports.md',
      'manifest.md',
      'series.md',
      'scans.md',
      'damaged-files.md',
      'backup.md',
      'proxy.md',
      'meilisearch.md',
      'opensearch.md',
    ],
  },
  { text: 'Recipes', folder: 'docs/recipes', first: [] },
  {
    text: 'Reference',
    folder: 'docs/reference',
    first: ['cli.md', 'query-language.md', 'api.md', 'settings.md', 'errors.md'],
  },
  { text: 'Other ways in', first: ['docs/client.md', 'docs/assistants.md', 'src/normalize/README.md'] },
  { text: 'Explanation', folder: 'docs/explanation', first: ['exact-and-ranked.md', 'normalisation.md'] },
  {
    text: 'How it is made',
    folder: 'docs',
    first: ['architecture.md', 'reading.md', 'doubt.md', 'comparison.md'],
  },
  { text: 'Figures', folder: 'docs/figures', first: [] },
  { text: 'Pictures', folder: 'docs/screens', first: [] },
  {
    text: 'The project',
    first: ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/normalize/CHANGELOG.md'],
  },
];

const markdownIn = (folder: string): string[] => {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .sort();
};

/** Every page, as its path from the repository's root. */
export function pages(): string[] {
  return [...new Set(groups.flatMap(pagesOf))];
}

function pagesOf({ folder, first }: (typeof groups)[number]): string[] {
  if (folder === undefined) return first.filter((page) => existsSync(join(root, page)));
  const there = markdownIn(folder);
  // A README is its folder's contents and comes first.
  const wanted = ['README.md', ...first].filter((name) => there.includes(name));
  const elsewhere = new Set(
    groups.filter((group) => group.folder === undefined).flatMap((group) => group.first),
  );
  const names = [...wanted, ...there.filter((name) => !wanted.includes(name))];
  return names.map((name) => `${folder}/${name}`).filter((page) => !elsewhere.has(page));
}

/** Files that pages link to and that are neither pages nor pictures: programs, the licence. The site includes them. */
export function linkedFiles(): string[] {
  const found = pages().flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s#]+)\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^[a-z]+:/.test(link) && !['.md', '.webp', '.png', '.svg'].includes(extname(link)))
      .map((link) => normalize(join(dirname(page), link)))
      .filter((file) => existsSync(join(root, file)) && statSync(join(root, file)).isFile()),
  );
  return [...new Set(found)];
}

/** The first heading. */
export function titleOf(page: string): string {
  const text = readFileSync(join(root, page), 'utf8');
  return /^# (.+)$/m.exec(text)?.[1]?.replaceAll(/[`*]/g, '') ?? page;
}

/** `docs/README.md` → `docs/index.md`: a folder's page at the folder's address. */
export const asSitePage = (page: string): string => page.replace(/(^|\/)README\.md$/, '$1index.md');

/** A page's address on the site. */
export const linkOf = (page: string): string => `/${asSitePage(page)}`.replace(/((?<=\/)index)?\.md$/, '');

const shortTitles: Record<string, string> = {
  'README.md': 'Overview',
  'README.ar.md': 'بالعربية',
  'samples/README.md': 'The sample series',
  'src/normalize/README.md': 'arabic-normalizer',
  'src/normalize/CHANGELOG.md': 'Changes of arabic-normalizer',
  'docs/README.md': 'All documents',
};

export function sidebar(): Group[] {
  return groups
    .map((group) => ({
      text: group.text,
      items: pagesOf(group).map((page) => ({ text: shortTitles[page] ?? titleOf(page), link: linkOf(page) })),
    }))
    .filter(({ items }) => items.length > 0);
}
