import type { Metafile } from 'esbuild';

export const external: readonly string[];
/** @returns esbuild's account of what went into each file. */
export function bundle(outdir: string): Promise<Metafile>;
