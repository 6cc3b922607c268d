/**
 * Original files put in their place before the transaction that stores their report, many at once: their waits for the
 * disk overlap, where a wait inside each transaction would hold up everything else.
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

  /** Does nothing where that fails: the transaction then keeps the file itself, and says what is wrong. */
  async stage(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = originalPath(this.#folder, sha256);
    this.#written += 1;
    const beside = `${path}.${process.pid}-${this.#written}.tmp`;
    try {
      // One of that size may be damaged: the transaction compares.
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

  /** Whether the file of this hash was staged and still lies there: another process may have swept it away. */
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
