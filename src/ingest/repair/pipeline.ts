/**
 * The one place that decides what of a document is repaired, and the only time it is. The reader has said what may be
 * wrong (`RawDocument.damage`); what it holds decides the rest:
 *
 *     order    lines as drawn are put in reading order and into paragraphs
 *     letters  reversed ligatures, presentation forms and the like, where the text shows such damage
 *     none     other languages of the script, and texts of which too little can be read
 *
 * A PDF shows the order of its numbers; elsewhere those with blanks between their thousands are read as they print.
 */
import type { Warning } from '../../report/index.ts';
import type { BlockRepair, RawDocument } from '../document.ts';
import { detectLanguage, sharesScript } from '../language.ts';
import { Evidence } from './evidence.ts';
import type { Forms } from './evidence-file.ts';
import { findLetterDamage, mendLetters, storedWords } from './logical.ts';
import { readableShare } from './readability.ts';
import { numbersAsPrinted } from './thousands.ts';
import { readableThresholds } from './thresholds.ts';
import { joinParts } from './two-part.ts';
import { withUnreadDoubted } from './unread.ts';
import { repairVisualText } from './visual.ts';

export interface RepairOptions {
  /** Words in folded form and their counts, added to the bundled evidence. */
  lexicon?: ReadonlyMap<string, number> | undefined;
  /** Clean texts of other reports of the same kind: evidence for the order of a damaged layer. */
  siblings?: readonly string[] | undefined;
  /** Evidence that replaces the bundled one. */
  forms?: Forms | undefined;
}

/** A document with its damage repaired and its readability judged; nothing is left to repair. */
export function repairDocument(document: RawDocument, options: RepairOptions = {}): RawDocument {
  if (document.damage === 'none') return document;
  const mended = mendDocument(document, options);
  return document.format === 'pdf' ? mended : { ...mended, blocks: numbersAsPrinted(mended.blocks) };
}

function mendDocument(document: RawDocument, options: RepairOptions): RawDocument {
  const evidence = sharedEvidence(options);
  const ordered = document.damage === 'order' ? inReadingOrder(document, options) : document;
  const blocks = joinParts(ordered.blocks, evidence);
  const texts = blocks.map((block) => block.text);
  const letters = findLetterDamage(storedWords(texts), evidence);
  // Other languages of the script have other words; Arabic parts of an English text have Arabic ones.
  const arabic = !sharesScript(detectLanguage(texts));
  const words = readableShare(texts, arabic ? { evidence, letters } : null);
  const readable = Math.min(words, 1 - (document.unmapped ?? 0));
  const { warning } = readableThresholds;
  const mend = document.damage === 'letters' && arabic && readable >= warning;
  return {
    ...ordered,
    damage: 'none',
    blocks: withUnreadDoubted(mend ? mendLetters(blocks, letters, evidence) : blocks),
    readable,
    warnings: readable < warning ? [...ordered.warnings, unreadableText(readable)] : ordered.warnings,
  };
}

function inReadingOrder(document: RawDocument, { lexicon, siblings, forms }: RepairOptions): RawDocument {
  const { blocks, furniture, warnings } = repairVisualText(
    document.blocks.map((block) => block.text).join('\n'),
    { ...(lexicon ? { lexicon } : {}), ...(siblings ? { siblings } : {}), ...(forms ? { forms } : {}) },
  );
  return {
    ...document,
    blocks,
    furniture: [...document.furniture, ...furniture],
    warnings: [...document.warnings, ...warnings],
  };
}

function unreadableText(readable: number): Warning {
  return {
    code: 'unreadable_text',
    message:
      `only ${Math.round(readable * 100)} % of the words can be read: the file's fonts do not say which letters they ` +
      'draw; take another copy of it or have its pages recognised (OCR)',
  };
}

const shared = new WeakMap<object, Evidence>();
const noLexicon: ReadonlyMap<string, number> = new Map();

/** Nothing is learnt from single documents here, so one evidence object serves all. */
export function sharedEvidence({ lexicon = noLexicon, forms }: RepairOptions): Evidence {
  if (forms) return new Evidence(lexicon, forms);
  let evidence = shared.get(lexicon);
  if (!evidence) {
    evidence = new Evidence(lexicon);
    shared.set(lexicon, evidence);
  }
  return evidence;
}

/** The same for the letters of one text, with each line as a block. */
export function repairText(
  text: string,
  options: RepairOptions = {},
): Pick<RawDocument, 'warnings'> & { text: string; repairs: BlockRepair[] } {
  const { blocks, warnings } = mendDocument(
    {
      format: 'txt',
      layer: 'logical',
      damage: 'letters',
      blocks: text.split('\n').map((line) => ({ text: line })),
      furniture: [],
      warnings: [],
    },
    options,
  );
  let offset = 0;
  const repairs: BlockRepair[] = [];
  for (const block of blocks) {
    for (const repair of block.repairs ?? []) {
      repairs.push({ ...repair, start: repair.start + offset, end: repair.end + offset });
    }
    offset += block.text.length + 1;
  }
  return { text: blocks.map((block) => block.text).join('\n'), repairs, warnings };
}
