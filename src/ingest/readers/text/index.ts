/**
 * Plain text. In clean text, each line is a block. A damaged text layer: its lines as they are, for repair. From a file
 * with both, the clean one is used unless the other is requested.
 */
import type { Block, RawDocument, Reader } from '../../document.ts';
import { IngestError } from '../../document.ts';
import { looksVisual } from '../../repair/index.ts';
import { furnitureLines, furnitureSymbols } from '../../structure/order.ts';
import { noBreakInNumbers } from '../text-builder.ts';
import { decodeText } from './decode.ts';
import { findLayers } from './layers.ts';

/** CR, LF, CRLF, form feed, NEL and the Unicode line separators end a line; a vertical tab does not. */
function toLines(text: string): string[] {
  return text.replace(/^\uFEFF/u, '').split(/\r\n|[\n\r\f\u0085\u2028\u2029]/u);
}

export const readText: Reader = async (bytes, options) => {
  const lines = toLines(decodeText(bytes, options.file).text);
  const layers = findLayers(lines, looksVisual);
  if (options.layer === 'visual') {
    if (layers.visual.length > 0) return readVisual(layers.visual);
    throw new IngestError(
      'no_visual_layer',
      `${options.file} has no damaged text layer: leave --layer visual out`,
    );
  }
  if (layers.logical.length > 0) return readLogical(layers.logical, layers.visual);
  return options.layer === 'logical' ? readLogical(lines, []) : readVisual(layers.visual);
};

function readLogical(lines: readonly string[], otherLayer: readonly string[]): RawDocument {
  const furniture = furnitureLines(lines);
  const blocks: Block[] = [];
  const removed = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const text = line.replace(/[\s\u00A0]+/gu, ' ').trim();
    if (text === '') continue;
    if (furniture.has(i)) removed.add(text);
    else blocks.push({ text: blockText(line) });
  }
  // A symbol printed only in the headers and footers of the damaged layer is this text's symbol too.
  for (const symbol of furnitureSymbols(otherLayer)) removed.add(symbol);
  return {
    format: 'txt',
    layer: 'logical',
    damage: 'letters',
    blocks,
    furniture: [...removed],
    warnings: [],
  };
}

/** Consecutive spaces become one, but a tab after a number is kept: it ends the number. */
function blockText(line: string): string {
  return noBreakInNumbers(line.trim())
    .replace(/^([0-9\u0660-\u0669]{1,4})[ \u00A0]*\t[\s\u00A0]*/u, '$1\t')
    .replace(/(?<!^[0-9\u0660-\u0669]{1,4})(?:[^\S\u00A0\u202F]|[\s\u00A0]{2,})[\s\u00A0]*/gu, ' ');
}

function readVisual(lines: readonly string[]): RawDocument {
  const blocks = lines.map((text) => ({ text }));
  return { format: 'txt', layer: 'visual', damage: 'order', blocks, furniture: [], warnings: [] };
}
