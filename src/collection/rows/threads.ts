/** Rows of threads: first each version and what is listed with it, then the gaps. */
import type { z } from '@hono/zod-openapi';
import type * as bodies from '../bodies/index.ts';
import type { View } from '../view.ts';
import { described } from './compared.ts';
import type { Row } from './index.ts';
import { Places } from './places.ts';

/** `thread` numbers the threads in order; `role` is version, also, gap or instead. */
export function threadRows({ threads, offset }: z.output<typeof bodies.threads>, view: View): Row[] {
  const places = new Places(view);
  return threads.flatMap(({ versions, gaps }, at) => {
    const thread = offset + at + 1;
    const present = versions.flatMap((version): Row[] => {
      const { report, year, also } = version;
      const place = places.report(report, year);
      return [
        { thread, role: 'version', ...place, ...passage(version), ...described(version, places) },
        ...also.map((beside): Row => ({ thread, role: 'also', ...place, ...passage(beside) })),
      ];
    });
    const absent = gaps.map(({ report, year, instead }): Row => {
      const place = places.report(report, year);
      if (!instead) return { thread, role: 'gap', ...place };
      return { thread, role: 'instead', ...place, ...passage(instead), ...described(instead, places) };
    });
    return [...present, ...absent];
  });
}

type Passage = z.output<typeof bodies.threads>['threads'][number]['versions'][number]['also'][number];

function passage({ paragraph, number, label, part, start, end, text }: Passage): Row {
  return { paragraph, number, label, part, start, end, text };
}
