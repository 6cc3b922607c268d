/** The README's examples, run: a line of code, `//`, its result. */
import { readFileSync } from 'node:fs';
import * as normalizer from 'arabic-normalizer';
import { expect, it } from 'vitest';

const readme = readFileSync(new URL('../../src/normalize/README.md', import.meta.url), 'utf8');
const names = Object.keys(normalizer);

for (const [, block] of readme.matchAll(/```js\n([^`]*)```/g)) {
  const setup = block!.split('\n').filter((line) => line.startsWith('const '));
  for (const line of block!.split('\n')) {
    const example = /^(.*\S);\s+\/\/ (.*)$/.exec(line);
    if (!example) continue;
    it(example[1]!, () => {
      const run = (code: string): unknown =>
        new Function(...names, `${setup.join('\n')}\nreturn (${code});`)(...Object.values(normalizer));
      expect(run(example[1]!)).toEqual(run(example[2]!));
    });
  }
}
