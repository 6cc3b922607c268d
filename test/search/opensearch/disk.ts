/** A small disk for a node, in memory, that can be filled up. Needs Linux and the rights to mount. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  fill(): void;
  free(): void;
  end(): void;
}

function mount(folder: string, megabytes: number): string | null {
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  return status === 0 ? null : stderr || 'there is no "mount"';
}

const unmount = (folder: string) => spawnSync('umount', [folder]);

/** Why no disks can be made; null if they can. */
export function whyNoDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-disk-'));
  const why = mount(folder, 1);
  if (why === null) unmount(folder);
  rmSync(folder, { recursive: true });
  return why && `no small disk can be mounted (${why.trim()})`;
}

/** @param folder is made, and becomes the disk */
export function makeDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const why = mount(folder, megabytes);
  if (why !== null) throw new Error(why);
  const filling = join(folder, 'filling');
  return {
    fill() {
      const file = openSync(filling, 'a');
      // The last bytes too.
      for (const size of [1 << 20, 4096, 1])
        try {
          for (;;) writeSync(file, Buffer.alloc(size));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      closeSync(file);
    },
    free: () => rmSync(filling, { force: true }),
    end: () => void unmount(folder),
  };
}
