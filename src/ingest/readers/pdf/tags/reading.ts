/**
 * The reading by tags, besides the one by layout: the same glyphs are put into lines tag by tag. At the end, one of the
 * two is used for the entire document; if the tags are rejected, it is the one without them, as if there were none.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../../../document.ts';
import { partFurniture } from '../blocks/furniture.ts';
import { artifact } from '../glyphs/marks.ts';
import type { PageContent } from '../glyphs/pages.ts';
import type { TextLine } from '../lines/text-line.ts';
import { LineBuilder } from '../lines/window.ts';
import type { Objects } from '../open/objects.ts';
import { tagBlocks } from './blocks.ts';
import { atEdges, type Doubt, doubtOf, linesOfBlocks } from './judge.ts';
import { taggedLines } from './page-lines.ts';
import { readTree, type TagTree, type TreeFault } from './tree.ts';

export interface TaggedText {
  blocks: Block[];
  furniture: string[];
  /** The language of most of the text, if the tags say one. */
  language: string | null;
}

export class TagReading {
  private readonly tree: TagTree | TreeFault;
  private readonly builder = new LineBuilder();
  /** Page from 1 by the page's object number. */
  private readonly pageNumbers = new Map<number, number>();

  private constructor(tree: TagTree | TreeFault) {
    this.tree = tree;
  }

  /** Null for a file that does not say that it is tagged (ISO 32000-1 §14.7.1). */
  static async of(doc: PDFDocumentProxy, objects: () => Objects): Promise<TagReading | null> {
    const info = (await doc.getMarkInfo().catch(() => null)) as { Marked?: boolean } | null;
    if (!info?.Marked || objects().encrypted) return null;
    return new TagReading(readTree(objects(), doc.numPages));
  }

  /** The next page; `content` is null if it cannot be read, or is an image. */
  add(page: number, content: PageContent | null): void {
    if (typeof this.tree === 'string') return;
    if (content?.number !== undefined) this.pageNumbers.set(content.number, page);
    this.builder.addLines(content?.glyphs ?? [], content ? taggedLines(page, content, this.tree) : []);
  }

  /** The text by its tags, or why they are rejected. */
  finish(): TaggedText | Doubt {
    const { tree } = this;
    if (typeof tree === 'string') return tree;
    const pages = this.builder.finish();
    const furniture = furnitureOf(pages, tree);
    const doubt = doubtOf(pages, furniture, tree);
    if (doubt !== null) return doubt;
    for (const line of pages.flat()) if (line.tag!.block === artifact) furniture.add(line);
    return {
      blocks: tagBlocks(pages, furniture, tree, this.pageNumbers),
      furniture: [...new Set([...furniture].map((line) => line.text))],
      language: languageOf(pages, tree),
    };
  }
}

/** Running lines, artifacts, and what is outside all tags at a page's edges where running lines are. */
function furnitureOf(pages: readonly TextLine[][], tree: TagTree): Set<TextLine> {
  const sorted = pages.map((lines) => [...lines].sort((a, b) => a.y - b.y));
  const running = new Set(partFurniture(sorted).furniture);
  const out = new Set<TextLine>();
  let marked = false;
  for (const lines of pages) {
    const edges = atEdges(lines);
    for (const line of lines) {
      const tag = line.tag!.block;
      if (tag >= 0) continue;
      if (running.has(line) || edges.has(line)) out.add(line);
      if (tag === artifact && running.has(line)) marked = true;
    }
  }
  // A writer that marks its running lines puts none into the tree.
  if (marked) return out;
  for (const [number, lines] of linesOfBlocks(pages)) {
    const { kind, cell, note } = tree.blocks[number]!;
    if (kind !== 'paragraph' || cell >= 0 || note >= 0) continue;
    if (lines.every((line) => running.has(line))) for (const line of lines) out.add(line);
  }
  return out;
}

function languageOf(pages: readonly TextLine[][], tree: TagTree): string | null {
  const letters = new Map<string, number>();
  let all = 0;
  for (const line of pages.flat()) {
    all += line.text.length;
    const said = tree.blocks[line.tag!.block]?.language?.slice(0, 2).toLowerCase();
    if (said) letters.set(said, (letters.get(said) ?? 0) + line.text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most && most[1] * 2 > all ? most[0] : null;
}
