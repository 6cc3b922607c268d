/**
 * Moves many original files into place before the transaction that stores their reports, so that the waits for the disk
 * overlap; inside each transaction they would hold up everything else.
 */

import { statSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { originalPath } from './originals.ts';

export class StagedOriginals {
  readonly #folder: string;
  /** Sizes in bytes by hash. */
  readonly #staged = new Map<string, number>();
  #written = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Does nothing if that fails: the transaction then stores the file itself, and reports the problem. */
  async stage(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = originalPath(this.#folder, sha256);
    this.#written += 1;
    const beside = `${path}.${process.pid}-${this.#written}.tmp`;
    try {
      // An existing file of that size may be damaged; the transaction compares it.
      if (await hasSize(path, bytes.length)) return;
      await mkdir(dirname(path), { recursive: true });
      const file = await open(beside, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
      this.#staged.set(sha256, bytes.length);
    } catch {
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  /** Whether the file with this hash was staged and still exists: another process may have swept it away. */
  take(sha256: string): boolean {
    const size = this.#staged.get(sha256);
    if (size === undefined) return false;
    this.#staged.delete(sha256);
    return statSync(originalPath(this.#folder, sha256), { throwIfNoEntry: false })?.size === size;
  }
}

const hasSize = (path: string, size: number): Promise<boolean> =>
  stat(path).then(
    (info) => info.size === size,
    () => false,
  );
