/**
 * From terms to an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax) that matches every matching
 * paragraph. It may match others too: the phrase index decides.
 */
import type { Pattern, PatternElement, PrefixElement, WordsElement } from '../../phrases/types.ts';
import type { RankedTerms } from '../engine.ts';

export function ftsExpression({ profile, terms }: RankedTerms): string {
  return `${profile} : (${terms.map((patterns) => either(patterns.map(ofPattern))).join(' AND ')})`;
}

function ofPattern({ elements }: Pattern): string {
  const parts = elements.map(ofElement).filter((part) => part !== null);
  return parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`;
}

/** Null for a term that any word matches. */
function ofElement(element: PatternElement): string | null {
  switch (element.type) {
    case 'words':
    case 'prefix':
      return ofRun(element);
    case 'alternatives':
      return either(element.options.map((run) => `(${run.map(ofRun).join(' AND ')})`));
    case 'any':
    case 'gap':
      return null;
  }
}

function ofRun(element: WordsElement | PrefixElement): string {
  if (element.type === 'words') return quoted(element.words.join(' '));
  const begins = `${quoted(element.prefix)} *`;
  return element.word === undefined ? begins : `(${begins} OR ${quoted(element.word)})`;
}

function either(options: readonly string[]): string {
  return options.length === 1 ? options[0]! : `(${options.join(' OR ')})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
