/**
 * Sorts words into classes by their prefixes and endings alone, so that what usually follows what is known for words
 * never seen together: after a definite noun in ـة comes a definite adjective in ـة.
 */

const PREFIXES = [
  'وبال',
  'ولل',
  'وال',
  'فال',
  'بال',
  'كال',
  'لل',
  'ال',
  'وب',
  'ول',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'س',
  'ي',
  'ت',
  'ن',
  'ا',
  'م',
];
const SUFFIXES = [
  'اتها',
  'اته',
  'تها',
  'ته',
  'ها',
  'هم',
  'هما',
  'ات',
  'ين',
  'ون',
  'ان',
  'وا',
  'يه',
  'ه',
  'ي',
  'ا',
  'ت',
  'ن',
];

/** Number of the most common forms that are classes of their own; the others are classified by prefixes and endings. */
export const OWN_CLASSES = 250;
const OUTSIDES = (PREFIXES.length + 1) * (SUFFIXES.length + 1);
export const CLASS_COUNT = OWN_CLASSES + OUTSIDES;

/**
 * @param word in `folded` form
 * @param rank its rank by frequency among the forms, from 0; negative if unknown
 */
export function classOf(word: string, rank: number): number {
  if (rank >= 0 && rank < OWN_CLASSES) return rank;
  const prefix = PREFIXES.findIndex((p) => word.startsWith(p) && word.length - p.length >= 2);
  const rest = prefix < 0 ? word.length : word.length - PREFIXES[prefix]!.length;
  const suffix = SUFFIXES.findIndex((s) => word.endsWith(s) && rest - s.length >= 2);
  return OWN_CLASSES + (prefix + 1) * (SUFFIXES.length + 1) + suffix + 1;
}
