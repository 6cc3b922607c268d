/**
 * The site of the documents: `npm run docs:build` writes it to docs/.vitepress/dist, `npm run docs:dev` shows it while
 * you write. Pages keep their paths from the repository's root, so a link that works on GitHub works here.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { anchor } from './anchor.ts';
import { asSitePage, linkedFiles, pages, root, sidebar } from './pages.ts';

const listed = new Set(pages());
const files = linkedFiles();

/** The parts of markdown-it that are used here. */
interface Token {
  type: string;
  children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
  content: string;
}
interface State {
  tokens: Token[];
  env: { relativePath?: string };
  Token: new (type: string, tag: string, nesting: number) => Token;
}
interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: State) => void): void } };
}

/** Links to a folder's README lead to the folder's page. */
function followReadmes(md: MarkdownIt): void {
  md.core.ruler.push('readmes', ({ tokens }) => {
    for (const token of tokens.flatMap((each) => each.children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href === null || /^[a-z]+:/.test(href)) continue;
      token.attrSet('href', href.replace(/(^|\/)README\.md(?=#|$)/, '$1index.md'));
    }
  });
}

/** The Arabic page is right-to-left, its commands left-to-right. */
function fromTheRight(md: MarkdownIt): void {
  md.core.ruler.push('from-the-right', ({ tokens, env, Token }) => {
    if (env.relativePath !== 'README.ar.md') return;
    const html = (content: string) => Object.assign(new Token('html_block', '', 0), { content });
    tokens.unshift(html('<div dir="rtl" lang="ar">\n'));
    tokens.push(html('</div>\n'));
  });
}

interface Resolver {
  resolve(source: string, importer: string, options: { skipSelf: true }): Promise<unknown>;
}

/** Pages are above this folder, where Vue cannot be found: they resolve it as this file does. */
const packagesOfThisFolder = {
  name: 'packages-of-this-folder',
  enforce: 'pre',
  async resolveId(
    this: Resolver,
    source: string,
    importer?: string,
    { ssr = false }: { ssr?: boolean } = {},
  ) {
    if (!/^vue($|\/)/.test(source) || importer === undefined) return null;
    if (ssr) return { id: source, external: true };
    if (importer.includes('node_modules')) return null;
    return this.resolve(source, join(root, 'docs', 'package.json'), { skipSelf: true });
  },
};

export default {
  title: 'siyagha · صياغة',
  description: 'How was this worded, in every report, over the years?',
  lang: 'en',
  srcDir: '..',
  outDir: '.vitepress/dist',
  cacheDir: '.vitepress/cache',
  srcExclude: ['**/node_modules/**', '**/dist/**', '.github/**', 'data/**'],
  rewrites: (page: string) => (listed.has(page) ? asSitePage(page) : page),
  cleanUrls: true,
  // Only pages are known here; `test/docs` checks all links.
  ignoreDeadLinks: [(link: string) => files.some((file) => basename(file) === basename(link))],
  buildEnd({ outDir }: { outDir: string }) {
    for (const file of files) {
      mkdirSync(dirname(join(outDir, file)), { recursive: true });
      copyFileSync(join(root, file), join(outDir, file));
    }
  },
  vite: { plugins: [packagesOfThisFolder] },
  markdown: {
    attrs: { disable: true },
    anchor: { slugify: anchor },
    config(md: MarkdownIt) {
      followReadmes(md);
      fromTheRight(md);
    },
  },
  themeConfig: {
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
  },
};
