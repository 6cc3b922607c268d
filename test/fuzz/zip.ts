/** Damage to zipped documents: to the archive's own records, and to the parts inside. */
import { unzipSync, zipSync } from 'fflate';
import { anywhere, type Mutate } from './bytes.ts';
import { inMarkup } from './markup.ts';
import type { Random } from './random.ts';

/** Mutates one part, or renames it. */
const repacked =
  (change: (parts: Record<string, Uint8Array>, name: string, random: Random) => void): Mutate =>
  (bytes, random) => {
    const parts = unzipSync(bytes);
    change(parts, random.pick(Object.keys(parts)), random);
    return zipSync(parts);
  };

const partDamaged = repacked((parts, name, random) => {
  parts[name] = random.pick(Object.values(anywhere))(parts[name]!, random);
});

const partMarkup = repacked((parts, name, random) => {
  parts[name] = random.pick(Object.values(inMarkup))(parts[name]!, random);
});

const renamed = repacked((parts, name, random) => {
  const other = random.pick(['../../etc/x', '', '__proto__', name.toUpperCase(), ...Object.keys(parts)]);
  const part = parts[name]!;
  delete parts[name];
  parts[other || 'x'] = part;
});

const swappedParts = repacked((parts, name, random) => {
  const other = random.pick(Object.keys(parts));
  [parts[name], parts[other]] = [parts[other]!, parts[name]!];
});

const bomb = repacked((parts, name, random) => {
  const size = random.pick([2e6, 30e6]);
  const grown = new Uint8Array(size).fill(0x20);
  grown.set(parts[name]!.subarray(0, Math.min(size, parts[name]!.length)));
  parts[name] = grown;
});

/** The size in a record of the central directory or a local header. */
const namedSize: Mutate = (bytes, random) => {
  const out = Buffer.from(bytes);
  const places: number[] = [];
  for (let at = out.indexOf('PK'); at >= 0; at = out.indexOf('PK', at + 2)) {
    if (out[at + 2] === 1) places.push(at + 20, at + 24);
    if (out[at + 2] === 3) places.push(at + 18, at + 22);
  }
  const at = random.pick(places.filter((place) => place + 4 <= out.length));
  if (at !== undefined) out.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0xfffffffe, 1e6]), at);
  return new Uint8Array(out);
};

export const inZip: Record<string, Mutate> = {
  partDamaged,
  partMarkup,
  renamed,
  swappedParts,
  bomb,
  namedSize,
};
