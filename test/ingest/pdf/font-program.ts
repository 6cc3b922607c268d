/** A TrueType font of one empty glyph, whose `post` table may claim any size: readers that trust it never end. */

const u16 = (...values: number[]) => values.flatMap((v) => [(v >> 8) & 255, v & 255]);
const u32 = (...values: number[]) => values.flatMap((v) => u16(v >>> 16, v & 0xffff));

const head = [...u32(0x10000, 0x10000, 0, 0x5f0f3cf5), ...u16(0, 1000), ...new Array<number>(16).fill(0)];
const tables: Record<string, number[]> = {
  glyf: u32(0),
  head: [...head, ...u16(0, 0, 0, 0, 0, 8, 2, 0, 0)],
  hhea: [...u32(0x10000), ...u16(800, -200, 0, 500), ...new Array<number>(22).fill(0), ...u16(1)],
  hmtx: u16(500, 0),
  loca: u16(0, 0),
  maxp: [...u32(0x5000), ...u16(1)],
  post: [...u32(0x20000), ...new Array<number>(28).fill(0), ...u16(1, 0)],
};

/** `named`: the size that the directory gives for `post`; default the true one. */
export function fontProgram(named = tables.post!.length): Uint8Array {
  const names = Object.keys(tables);
  const directory = [...u32(0x10000), ...u16(names.length, 64, 2, 48)];
  const data: number[] = [];
  const start = 12 + 16 * names.length;
  for (const name of names) {
    const table = tables[name]!;
    directory.push(...Buffer.from(name, 'latin1'), ...u32(0, start + data.length));
    directory.push(...u32(name === 'post' ? named : table.length));
    data.push(...table, ...new Array<number>((4 - (table.length % 4)) % 4).fill(0));
  }
  return Uint8Array.from([...directory, ...data]);
}
