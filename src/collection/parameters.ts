/**
 * Parameters of the use cases: strings from a URL or a command line, checked and converted to values. One definition
 * serves the API's checks, the OpenAPI document and the command line's flags.
 */
import { z } from '@hono/zod-openapi';
import { paragraphKinds } from '../report/index.ts';
import { CollectionError } from './errors.ts';

/** A whole number between two bounds, written in digits. */
export function whole(min: number, max: number) {
  return z
    .union([z.string().regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`), z.number().int()])
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .openapi({ type: 'integer', minimum: min, maximum: max });
}

interface Bounds {
  min?: number;
  max?: number;
}

/** One value or several; always an array afterwards. */
export function several({ min = 1, max = 200 }: Bounds = {}) {
  const value = z.string().min(1, 'must not be empty');
  return z
    .union([value, z.array(value)])
    .transform((given) => (Array.isArray(given) ? given : [given]))
    .pipe(
      z.array(z.string()).min(min, `takes at least ${min} values`).max(max, `takes at most ${max} values`),
    )
    .openapi({ type: 'array', items: { type: 'string', minLength: 1 }, minItems: min, maxItems: max });
}

/** A whole number with the default `value`, which OpenAPI states too. */
export function wholeOr(value: number, min: number, max: number) {
  return whole(min, max).default(value).openapi({ default: value });
}

export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'], 'must be true or false')])
  .transform((value) => value === true || value === 'true' || value === '1')
  .openapi({ type: 'boolean' });

/** False by default. */
export const flagOff = flag.default(false).openapi({ default: false });

/** True by default; on the command line `--no-NAME` sets it to false. */
export const flagOn = flag.default(true).openapi({ default: true });

/** Any of these values, repeated or comma-separated; none by default. */
export function includes<const V extends readonly [string, ...string[]]>(...values: V) {
  const isKnown = (value: string): value is V[number] => values.includes(value);
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given, context): V[number][] => {
      const asked = [given].flat().flatMap((part) => part.split(',').map((value) => value.trim()));
      const known = [...new Set(asked)].filter(isKnown);
      if (asked.every(isKnown)) return known;
      context.addIssue({ code: 'custom', message: `must be ${values.join(' or ')}` });
      return z.NEVER;
    })
    .default([])
    .openapi({ type: 'array', items: { type: 'string', enum: [...values] }, default: [] })
    .describe(`What else to include: ${values.join(', ')} (repeatable or comma-separated)`);
}

/** A share from 0 to 1, as a decimal number with or without an exponent. */
export const share = z
  .union([
    z.string().regex(/^(\d{1,20}\.?\d{0,20}|\.\d{1,20})(e[+-]?\d{1,3})?$/i, 'must be a number from 0 to 1'),
    z.number(),
  ])
  .transform(Number)
  .pipe(z.number().min(0, 'must be a number from 0 to 1').max(1, 'must be a number from 0 to 1'))
  .openapi({ type: 'number', minimum: 0, maximum: 1 });

/** Minimum similarity of the results. */
export const minSimilarity = (value: number) =>
  share.default(value).openapi({ default: value }).describe('Minimum similarity, from 0 to 1');

export const doubtfulParameter = flagOn.describe('Include doubtful changes');

export const reportParameter = z.string().min(1, 'name a report').describe("A report's id, or its symbol");
export const paragraphParameter = z
  .string()
  .min(1, 'name a paragraph')
  .describe("A paragraph's id: report:ordinal");

export const match = z
  .enum(['exact', 'folded', 'stem'], 'must be exact, folded or stem')
  .default('folded')
  .describe(
    'Match profile: exact, folded (ignores spelling variants) or stem (also ignores particles and endings)',
  );

/** Maximum length of a query or phrase, in UTF-16 units. */
export const maxQuery = 20_000;

export const query = z
  .string('is required')
  .max(maxQuery, `is too long: at most ${maxQuery} characters`)
  .refine((text) => text.trim() !== '', 'must not be empty')
  .openapi({ minLength: 1, pattern: '\\S' });

const year = whole(0, 9999);

/** Which reports: by language, series, id, body or years. */
export const scopeShape = {
  language: z
    .string()
    .regex(/^([a-z]{2}|all)$/, 'must be a two-letter code such as ar, or all')
    .optional()
    .describe(
      "Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all",
    ),
  series: z.string().min(1).optional().describe('Only reports in this series'),
  report: several().optional().describe('Only these reports (repeatable)'),
  body: z.string().min(1).optional().describe('Only reports of this body'),
  year_from: year.optional().describe('Only reports from this year on'),
  year_to: year.optional().describe('Only reports up to this year'),
};

/** Which paragraphs of the reports. */
export const placeShape = {
  kind: z
    .enum(paragraphKinds, `must be one of ${paragraphKinds.join(', ')}`)
    .optional()
    .describe('Only paragraphs of this kind'),
  section: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Only paragraphs under a heading that contains these words'),
};

export const pageShape = {
  limit: wholeOr(20, 1, 1000).describe('How many entries to return at most'),
  offset: wholeOr(0, 0, 100_000_000).describe('How many entries to skip first'),
};

/**
 * @throws CollectionError `invalid_parameters` naming every wrong parameter, unknown ones included.
 */
export function checkParameters<S extends z.ZodType>(schema: S, raw: Record<string, unknown>): z.output<S> {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: key, message: 'is not a parameter of this request' }))
      : [{ path: issue.path.join('.'), message: plain(issue) }],
  );
  const detail = errors.map((error) => `${error.path} ${error.message}`).join('; ');
  throw new CollectionError('invalid_parameters', 400, detail, errors);
}

/** A message that says what to do. A union's own message says nothing; those of its branches do. */
function plain(issue: z.core.$ZodIssue): string {
  const all = issue.code === 'invalid_union' ? issue.errors.flat() : [issue];
  const telling = all.find((inner) => inner.code !== 'invalid_type');
  if (issue.input === undefined && !telling) return 'is required';
  if (Array.isArray(issue.input) && !telling) return 'may be given only once';
  return worded(telling ?? all[0] ?? issue);
}

/** Our own messages begin in lower case, after the parameter's name; the library's are put into the same words. */
function worded(issue: z.core.$ZodIssue): string {
  if (!/^[A-Z]/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1)
    return 'must not be empty';
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `must be at most ${issue.maximum} characters`;
  return issue.message;
}
