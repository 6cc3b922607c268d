/** A wording through the years as text. */
import type { z } from '@hono/zod-openapi';
import type { cases } from '../../collection/index.ts';
import { percent, style } from './style.ts';

export function wording(body: z.output<typeof cases.wording.body>): string {
  const versions = body.versions.map((version) => {
    const head = style('bold', `${version.year ?? '-'} ${version.paragraph ?? version.report}`);
    if (version.paragraph === null) return `${style('bold', `${version.year ?? '-'} ${version.report}`)}  –`;
    const change = `${version.change ?? ''}${version.doubtful ? ' (doubtful)' : ''}`;
    return `${head}  ${percent(version.similarity ?? 0)} ${change}\n${version.text}`;
  });
  const template = body.template
    .map((part) => (part.type === 'word' ? part.text : style('yellow', '[…]')))
    .join(' ');
  return [...versions, '', `${style('bold', 'template')}: ${template}`].join('\n');
}
