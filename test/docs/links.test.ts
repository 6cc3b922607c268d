/** Every link inside the documents leads somewhere, and the site has every page. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchor } from '../../docs/.vitepress/anchor.ts';
import { pages, sidebar, titleOf } from '../../docs/.vitepress/pages.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const read = (page: string) => readFileSync(join(projectRoot, page), 'utf8');

/** Text without code: links in examples lead nowhere on purpose. */
const prose = (text: string) => text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').replaceAll(/`[^`\n]*`/g, '');

function anchorsOf(page: string): Set<string> {
  const seen = new Map<string, number>();
  const text = read(page).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  const anchors = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
    const plain = heading!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
    const base = anchor(plain);
    const times = seen.get(base) ?? 0;
    seen.set(base, times + 1);
    return times === 0 ? base : `${base}-${times}`;
  });
  return new Set(anchors);
}

const linksOf = (page: string): string[] =>
  [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link));

describe('the links of', () => {
  it.each(pages())('%s', (page) => {
    for (const link of linksOf(page)) {
      const [path = '', at] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
      expect(existsSync(join(projectRoot, target)), `${page} → ${link}`).toBe(true);
      if (at === undefined || !target.endsWith('.md')) continue;
      expect([...anchorsOf(target)], `${page} → ${link}`).toContain(decodeURIComponent(at));
    }
  });
});

describe('files and folders that are named in', () => {
  it.each(pages())('%s', (page) => {
    const named = [...read(page).matchAll(/`((?:src|test|bench|config|scripts|samples|docs)\/[\w./-]+)`/g)];
    for (const [, path] of named) {
      if (made.test(path!)) continue;
      const there = [path!, `${path}.ts`, `${path}.test.ts`].some((name) =>
        existsSync(join(projectRoot, name)),
      );
      expect(there, `${page}: ${path}`).toBe(true);
    }
  });
});

/** What documents tell the reader to make. */
const made = /^docs\/\.vitepress\/dist|^src\/ingest\/readers\/md\/|^src\/search\/shortest\//;

/** Documents for anybody: not those of tools, tests and benchmarks. */
function documents(folder = '.'): string[] {
  return readdirSync(join(projectRoot, folder)).flatMap((name) => {
    const path = normalize(join(folder, name));
    if (/^(\.|node_modules$|dist$|data$|coverage$)/.test(name) || /^(test|bench|scripts|data)$/.test(path))
      return [];
    if (statSync(join(projectRoot, path)).isDirectory()) return documents(path);
    return name.endsWith('.md') ? [path] : [];
  });
}

it('the site has every document, each once in its sidebar under a title of its own', () => {
  expect([...pages()].sort()).toEqual(documents().sort());
  const items = sidebar().flatMap((group) => group.items);
  expect(items.length).toBe(pages().length);
  expect(new Set(items.map(({ link }) => link)).size).toBe(items.length);
  for (const page of pages()) expect(titleOf(page), page).not.toBe(page);
  const file = (link: string) => `${link.replace(/\/$/, '/README')}.md`.slice(1);
  expect(items.map(({ link }) => file(link)).sort()).toEqual([...pages()].sort());
});

it('every document can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const link of linksOf(page)) {
      const target = normalize(join(dirname(page), link.split('#')[0]!));
      if (target.endsWith('.md') && existsSync(join(projectRoot, target))) reached.add(target);
    }
  }
  // Recipes and figures are lists that grow; the sidebar has them.
  const alone = pages().filter((page) => !reached.has(page) && !/^docs\/(recipes|figures)\//.test(page));
  expect(alone).toEqual([]);
});
