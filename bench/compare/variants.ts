/** One page of variants in the largest series of the federal collection, as the API returns it: time and size. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases, checkParameters, openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { onConstructed } from '../data.ts';
import { federalStore } from '../phrases/collection.ts';
import { Random } from './random.ts';

export interface VariantsPages {
  /** Other reports of the series. */
  siblings: number;
  /** Milliseconds and bytes of JSON, ascending. */
  times: number[];
  sizes: number[];
}

/** `folder` keeps the unpacked texts and their store between runs. */
export async function variantsPages(
  pages: number,
  folder = join(tmpdir(), 'siyagha-bench-phrases'),
): Promise<VariantsPages> {
  const store = federalStore(folder, (line) => console.error(line));
  const data = store.folder;
  store.close();
  const collection = await openCollection(loadSettings({ SIYAGHA_DATA: data, LOG_LEVEL: 'silent' }));
  const measured = await collection.use(async (view) => {
    const reports = view.table.reports.filter(
      ({ series }) => series === (onConstructed ? 'made-01' : 'ministerial'),
    );
    const random = new Random(11);
    const [times, sizes]: [number[], number[]] = [[], []];
    for (let n = 0; n < pages; n++) {
      const report = random.pick(reports);
      const params = checkParameters(cases.variants.params, {
        id: report.id,
        offset: random.below(Math.max(1, report.paragraphs)),
      });
      const start = performance.now();
      const body = JSON.stringify(await cases.variants.run(view, params));
      times.push(performance.now() - start);
      sizes.push(Buffer.byteLength(body));
    }
    const ascending = (x: number, y: number) => x - y;
    return { siblings: reports.length - 1, times: times.sort(ascending), sizes: sizes.sort(ascending) };
  });
  await collection.close();
  return measured;
}
