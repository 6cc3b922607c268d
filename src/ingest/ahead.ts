/**
 * Processes several files at once, with results in the order of the files: which of two files with one symbol is the
 * second must not depend on which parser was faster.
 */

/** The outcome for one file. */
export type Outcome<T> = { file: string } & ({ value: T } | { error: unknown });

export interface AheadLimits {
  /** Maximum number of files under way or waiting for an earlier one. */
  files: number;
  /** Maximum size of these files in bytes; one file is accepted whatever its size. */
  bytes: number;
}

/**
 * With many small files, the parsers stay busy while a group is stored; results of large files do not pile up in
 * memory.
 */
const defaultLimits: AheadLimits = { files: 96, bytes: 32 * 1024 * 1024 };

/**
 * Passes each file and its size in bytes to `work`, a limited number ahead of what has been consumed.
 * @returns one outcome for each file, in order; an error of `measure` or `work` is that file's outcome
 */
export async function* workAhead<T>(
  files: readonly string[],
  measure: (file: string) => Promise<number>,
  work: (file: string, size: number) => Promise<T>,
  limits: AheadLimits = defaultLimits,
): AsyncGenerator<Outcome<T>> {
  const underWay: { size: number; outcome: Promise<Outcome<T>> }[] = [];
  let bytes = 0;
  const start = async (file: string) => {
    try {
      const size = await measure(file);
      bytes += size;
      const outcome = work(file, size).then(
        (value) => ({ file, value }),
        (error: unknown) => ({ file, error }),
      );
      underWay.push({ size, outcome });
    } catch (error) {
      underWay.push({ size: 0, outcome: Promise.resolve({ file, error }) });
    }
  };
  let next = 0;
  for (;;) {
    while (
      next < files.length &&
      (underWay.length === 0 || (underWay.length < limits.files && bytes < limits.bytes))
    ) {
      await start(files[next]!);
      next += 1;
    }
    const first = underWay.shift();
    if (!first) return;
    yield await first.outcome;
    bytes -= first.size;
  }
}
