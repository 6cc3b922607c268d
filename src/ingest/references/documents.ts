/**
 * Document symbols anywhere in a text: `A/CONF.192/MGE/2011/L.1/Rev.1`, also after a particle (`وA/63/72`), and those
 * of resolutions (`A/RES/63/72`).
 */
import type { Reference } from '../../report/index.ts';
import { names, originalRange, type PlainText } from './plain.ts';

/** Series used by United Nations organs; anything else with three parts and a digit is accepted too. */
const organ =
  'A|S|E|T|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|DP|HRI|HSP|ICCD|ISBA|LC|LOS|NPT|PC|SPLOS|ST|TD|UNEP|UNW|ECE|FCCC|CD|CCW|BWC|APLC|CCM|IDB|GC|WHO|FAO';
const part = '[A-Z0-9][A-Za-z0-9.*-]*(?:\\([A-Za-z0-9-]+\\))?(?:\\[[A-Z]\\])?';
const pattern = new RegExp(`(?<![\\p{Script=Latin}\\p{N}/.-])((?:${organ}|[A-Z]{2,8})(?:/${part})+)`, 'gu');
const known = new RegExp(`^(?:${organ})/`, 'u');
const resolution = /^([AES]|A\/HRC)\/(RES|DEC)\/[0-9]/u;

export function findDocuments(plain: PlainText): Reference[] {
  if (!names(plain, '/')) return [];
  const found: Reference[] = [];
  for (const match of plain.text.matchAll(pattern)) {
    const symbol = match[1]!.replace(/[.*-]+$/u, '');
    const parts = symbol.split('/').length;
    if (!/[0-9]/u.test(symbol) || (!known.test(symbol) && parts < 3)) continue;
    const act = resolution.exec(symbol);
    const type = act ? (act[2] === 'RES' ? 'resolution' : 'decision') : 'document';
    found.push({ type, symbol, ...originalRange(plain, match.index, match.index + symbol.length) });
  }
  return found;
}
