import type { Metafile } from 'esbuild';

export const external: readonly string[];
/**
 * @param more further entry points, by the names of their files
 * @returns esbuild's account of what went into each file
 */
export function bundle(outdir: string, more?: Record<string, string>): Promise<Metafile>;
