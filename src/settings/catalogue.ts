/** The series catalogue: one file for each series in `config/series`, checked when read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CatalogueSeries } from '../report/index.ts';
import { configFile } from './root.ts';
import { SettingsError } from './settings.ts';

const meeting = z.object({
  key: z.string(),
  kind: z.string(),
  ordinal: z.number().int(),
  year: z.number().int(),
  symbol: z.string().nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  place: z.string().nullable(),
  chair: z.string().nullable().optional(),
  convened_by: z.string().nullable().optional(),
  unconfirmed: z.array(z.string()),
});

const series = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'an id has only a-z, 0-9 and -'),
  title_ar: z.string(),
  title_en: z.string(),
  body: z.string(),
  symbol_prefixes: z.array(z.string()),
  constructed: z.boolean().default(false),
  meetings: z.array(meeting),
});

/** @throws SettingsError naming the wrong file and field */
export function loadCatalogue(folder: string = configFile('series')): CatalogueSeries[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    const file = join(folder, name);
    let value: unknown;
    try {
      value = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new SettingsError(`series catalogue ${file}: ${(error as Error).message}`);
    }
    const result = series.safeParse(value);
    if (result.success) return result.data as CatalogueSeries;
    const issue = result.error.issues[0]!;
    throw new SettingsError(`series catalogue ${file}: ${issue.path.join('.')}: ${issue.message}`);
  });
}
