/**
 * Repair of texts whose extraction broke them, one file per kind of damage.
 *
 *     looksVisual(text) ? repairVisualText(text, { lexicon }).blocks : …
 */
export { looksVisual } from './layers.ts';
export {
  type LogicalOptions,
  type LogicalRepair,
  repairLogicalBlocks,
  repairLogicalText,
} from './logical.ts';
export { repairVisualText, type VisualOptions, type VisualRepair } from './visual.ts';
