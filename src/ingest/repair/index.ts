/**
 * Repair of texts whose extraction broke them, one file per kind of damage.
 *
 *     const { blocks, readable } = repairDocument(await readers.pdf(bytes, options), { lexicon })
 */
export { knownWords } from './known-words.ts';
export { looksVisual } from './layers.ts';
export { type RepairOptions, repairDocument, repairText } from './pipeline.ts';
export { repairVisualText, type VisualOptions, type VisualRepair } from './visual.ts';
