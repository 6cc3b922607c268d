/** The lists defined in numbering.xml, with the links between them and styles resolved. */
import { child, childrenOf, type XmlElement } from '../package/xml.ts';
import { type LevelOverride, ListCounter, type ListLevel, type WordList } from '../word-lists.ts';
import { toggle, value } from './styles.ts';

const number = (text: string | null | undefined): number | null =>
  text !== null && text !== undefined && /^\d+$/u.test(text) ? Number(text) : null;

function readLevel(element: XmlElement): ListLevel {
  // Newer formats are in an AlternateContent, with a plain fallback for older readers.
  const format =
    child(element, 'w:numFmt') ??
    child(child(child(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
  return {
    start: number(value(child(element, 'w:start'))) ?? 0,
    format: value(format) ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    restart: number(value(child(element, 'w:lvlRestart'))),
    legal: toggle(element, 'w:isLgl') ?? false,
    style: value(child(element, 'w:pStyle')),
  };
}

function readOverrides(num: XmlElement): Map<number, LevelOverride> {
  const overrides = new Map<number, LevelOverride>();
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = child(override, 'w:lvl');
    overrides.set(number(override.attributes['w:ilvl']) ?? 0, {
      start: number(value(child(override, 'w:startOverride'))),
      level: level ? readLevel(level) : null,
    });
  }
  return overrides;
}

/** @param root of numbering.xml; null for a file without lists */
export function readNumbering(root: XmlElement | null): ListCounter {
  const abstracts = new Map<string, Map<number, ListLevel>>();
  const numStyles = new Map<string, string>();
  const byStyleLink = new Map<string, string>();
  for (const element of childrenOf(root ?? undefined, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    const levels = childrenOf(element, 'w:lvl');
    abstracts.set(
      id,
      new Map(levels.map((level) => [number(level.attributes['w:ilvl']) ?? 0, readLevel(level)])),
    );
    const numStyle = value(child(element, 'w:numStyleLink'));
    if (numStyle !== null) numStyles.set(id, numStyle);
    const link = value(child(element, 'w:styleLink'));
    if (link !== null) byStyleLink.set(link, id);
  }
  const lists = new Map<string, WordList>();
  for (const element of childrenOf(root ?? undefined, 'w:num')) {
    const stated = value(child(element, 'w:abstractNumId')) ?? '';
    // A definition may only point to a numbering style, which is on another definition.
    const abstract = byStyleLink.get(numStyles.get(stated) ?? '') ?? stated;
    lists.set(element.attributes['w:numId'] ?? '', { abstract, overrides: readOverrides(element) });
  }
  return new ListCounter(abstracts, lists);
}
