/** Metadata that a person gives with a file: the manifest's columns, which are also an upload's form fields. */
import { z } from '@hono/zod-openapi';
import { type GivenMetadata, isYearOf, parseGivenDate } from '../ingest/index.ts';
import { invalid } from './errors.ts';
import { checkParameters, whole } from './parameters.ts';

/** An empty field says nothing and is ignored. */
const text = z.string().max(2000);

function isDate(given: string): boolean {
  const [from = '', to = from, ...more] = given.split('/');
  return more.length === 0 && [from, to].every((day) => z.iso.date().safeParse(day).success) && from <= to;
}

/** The fields of an upload, apart from its file. */
export const uploadForm = z.strictObject({
  symbol: text.optional().openapi({
    maxLength: 200,
    description: "The symbol, with at least one letter or digit; the report's id is made from it",
  }),
  title: text.optional(),
  date: z.string().refine(isDate, 'must be a day such as 2011-05-09, or from/to').optional(),
  year: whole(1, 9999).optional(),
  series: text.optional(),
  body: text.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be a two-letter code')
    .optional()
    .openapi({ pattern: '^([a-z]{2})?$' }),
  readable: z
    .enum(['yes', 'no'], 'must be yes or no')
    .transform((value) => value === 'yes')
    .optional(),
  allow_duplicates: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .transform((value) => value === 'yes'),
  layer: z.enum(['auto', 'visual', 'logical'], 'must be auto, visual or logical').default('auto'),
});

/** Ignores empty fields. @throws CollectionError naming the wrong field */
export function checkUploadMetadata(fields: Record<string, unknown>): {
  metadata: GivenMetadata;
  layer: 'auto' | 'visual' | 'logical';
  allowDuplicates: boolean;
} {
  const {
    layer,
    allow_duplicates: allowDuplicates,
    ...metadata
  } = checkParameters(
    uploadForm,
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  );
  const { date, year } = metadata;
  const days = date === undefined ? null : parseGivenDate(date);
  if (year !== undefined && days !== null && !isYearOf(year, days))
    throw invalid('year', `is not the year of the date ${date}: correct one of them or leave it out`);
  return { metadata, layer, allowDuplicates };
}
