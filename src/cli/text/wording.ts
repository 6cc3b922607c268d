/** A wording through the years as text. */
import type { z } from '@hono/zod-openapi';
import type { cases, View } from '../../collection/index.ts';
import { placeAt } from './place.ts';
import { percent, style, yearOf } from './style.ts';

export function wording(body: z.output<typeof cases.wording.body>, view: View): string {
  const versions = body.versions.map((version) => {
    if (version.paragraph === null) return `${style('bold', `${yearOf(version)}  ${version.report}`)}  –`;
    const head = style('bold', `${yearOf(version)}  ${placeAt(view, version.paragraph)}`);
    const change = `${version.change ?? ''}${version.doubtful ? ' (doubtful)' : ''}`;
    return `${head}  ${percent(version.similarity ?? 0)} ${change}\n${version.text}`;
  });
  const template = body.template
    .map((part) => (part.type === 'word' ? part.text : style('yellow', '[…]')))
    .join(' ');
  return [...versions, '', `${style('bold', 'template')}: ${template}`].join('\n');
}
