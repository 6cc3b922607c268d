/** A wording over the years as text: each version with what changed since the one before. */
import type { z } from '@hono/zod-openapi';
import type { cases, View } from '../../collection/index.ts';
import { counted } from '../../report/index.ts';
import { changed, markedText, oneLine, textsOf } from './marked.ts';
import { placeAt } from './place.ts';
import { percent, style, yearOf } from './style.ts';

type Body = z.output<typeof cases.wording.body>;

export function wording(body: Body, view: View): string {
  const textOf = textsOf(view);
  const versions = body.versions.flatMap((version) => written(version, view, textOf));
  if (body.wordings === 0) return [...versions, '', 'no report has a similar passage'].join('\n').trim();
  const template = body.template
    .map((part) => (part.type === 'word' ? part.text : style('yellow', '[…]')))
    .join(' ');
  const count = body.versions.filter(({ paragraph }) => paragraph !== null).length;
  const counts = `${counted(count, 'version')}, ${counted(body.wordings, 'wording')}`;
  return [...versions, '', counts, `${style('bold', 'template')}: ${template}`].join('\n');
}

function written(
  version: Body['versions'][number],
  view: View,
  textOf: (paragraph: string) => string,
): string[] {
  const { paragraph, start, end, diff, similarity } = version;
  if (paragraph === null || start === null || end === null)
    return [`${style('dim', yearOf(version))}  ${version.report}  –`];
  const said = [
    style('bold', yearOf(version)),
    placeAt(view, paragraph),
    `${percent(similarity ?? 0)} alike`,
    changed({ ...version, similarity: null }),
  ].filter((part) => part !== '');
  const head = said.join('  ');
  if (version.change === 'identical') return [head];
  const text =
    diff.length > 0
      ? markedText(diff, { paragraph, start, end }, textOf)
      : oneLine(textOf(paragraph).slice(start, end));
  return [head, `  ${text}`];
}
