/**
 * The site of the documents: `npm run docs:build` writes it to docs/.vitepress/dist, `npm run docs:dev` shows it while
 * you write. Pages keep their paths from the repository's root, so a link that works on GitHub works here.
 */
import { anchor } from './anchor.ts';
import { asSitePage, pages, sidebar } from './pages.ts';

const listed = new Set(pages());

/** The parts of markdown-it that are touched here. */
interface Token {
  type: string;
  children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

/** Links to a folder's README lead to the folder's page; links to what is no page here are left to the repository. */
function followReadmes(md: MarkdownIt): void {
  md.core.ruler.push('readmes', ({ tokens }) => {
    for (const token of tokens.flatMap((each) => each.children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href === null || /^[a-z]+:/.test(href)) continue;
      token.attrSet('href', href.replace(/(^|\/)README\.md(?=#|$)/, '$1index.md'));
    }
  });
}

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
  markdown: { attrs: { disable: true }, anchor: { slugify: anchor }, config: followReadmes },
  themeConfig: {
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
  },
};
