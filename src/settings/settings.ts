/**
 * The settings: defaults from `config/settings.json`, each replaced by the environment variable of the same name.
 * If one is wrong, the program does not start; one line says which and why.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { configFile } from './root.ts';

const blank = (value: unknown) => (value === '' ? undefined : value);
const number = z.coerce.number('must be a number');

const listed = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** One setting, for the documentation: its meaning, its default and its possible values. */
export interface SettingDescription {
  name: string;
  description: string;
  /** From `config/settings.json`; null if the setting has no default. */
  default: unknown;
  values: readonly string[] | null;
}

/** Every setting, in the order of the schema. */
export function describeSettings(file: string = configFile('settings.json')): SettingDescription[] {
  const defaults = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    description: field.description ?? '',
    default: defaults[name] ?? null,
    values: field instanceof z.ZodEnum ? field.options : null,
  }));
}

/** An address with a password in it. */
const isPrivate = (value: unknown): boolean => /\/\/[^/\s]*@/.test(String(value));

const secret = z.preprocess(blank, z.string().optional());

/** Keys are sent in an HTTP header, which cannot hold other characters. */
const key = z
  .string()
  .regex(
    /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/,
    'must be ASCII letters, digits and punctuation, because it is sent in an HTTP header',
  );
const optionalKey = z.preprocess(blank, key.optional());

/** Never shown, even if they are wrong. */
const secrets = [
  'SIYAGHA_ADMIN_KEY',
  'MEILI_KEY',
  'MEILI_SEARCH_KEY',
  'MEILI_MASTER_KEY',
  'OPENSEARCH_PASSWORD',
];

const schema = z.object({
  SIYAGHA_DATA: z.string().min(1, 'name a folder').describe('Folder of the collection'),
  SIYAGHA_ENGINE: z
    .enum(['embedded', 'meilisearch', 'opensearch'], 'must be embedded, meilisearch or opensearch')
    .describe('Search engine that ranks results. Counts are exact with each of them'),
  SIYAGHA_INDEX: z
    .enum(['folder', 'cluster'], 'must be folder or cluster')
    .describe(
      'Where the index used for counts is kept: in the folder of the collection, or in the OpenSearch cluster',
    ),
  MEILI_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:7700' })
    .describe('Address of the Meilisearch server'),
  MEILI_KEY: optionalKey.describe('Meilisearch key for indexing: it may add documents and change indexes'),
  MEILI_SEARCH_KEY: optionalKey.describe(
    'Meilisearch key that may only search. If not set, searches use MEILI_KEY',
  ),
  MEILI_MASTER_KEY: optionalKey.describe(
    'Only for `siyagha setup-meilisearch`, which creates the two keys above. Do not keep it in the settings of a service',
  ),
  OPENSEARCH_URL: z
    .string()
    .transform((list, context) => {
      const urls = listed(list);
      if (urls.length === 0) context.addIssue({ code: 'custom', message: 'has no address' });
      for (const url of urls) {
        if (z.url({ protocol: /^https?$/ }).safeParse(url).success) continue;
        const shown = isPrivate(url) ? 'one of them' : `"${url}"`;
        const message = `${shown} is not an address such as https://node-1:9200; put commas between several`;
        context.addIssue({ code: 'custom', message });
      }
      return urls;
    })
    .describe('Addresses of the nodes of the OpenSearch cluster, separated by commas'),
  OPENSEARCH_USER: z.preprocess(blank, z.string().optional()).describe('Account on the OpenSearch cluster'),
  OPENSEARCH_PASSWORD: secret.describe('Password of that account'),
  OPENSEARCH_CA: z
    .preprocess(
      blank,
      z
        .string()
        .transform((file, context) => {
          try {
            const text = readFileSync(file, 'utf8');
            if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
            context.addIssue({ code: 'custom', message: 'is not a file of certificates (PEM)' });
          } catch (error) {
            context.addIssue({ code: 'custom', message: `cannot be read: ${(error as Error).message}` });
          }
          return z.NEVER;
        })
        .optional(),
    )
    .describe('File with the CA certificates (PEM) of the nodes'),
  PORT: number
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .describe('Port that `serve` listens on; 0 means any free port'),
  HOST: z
    .string()
    .min(1, 'name an address such as 127.0.0.1')
    .describe('Address that `serve` listens on; 0.0.0.0 means every address of the machine'),
  SIYAGHA_PUBLIC_URL: z
    .preprocess(
      blank,
      z
        .url({ protocol: /^https?$/, error: 'must be an address such as https://reports.example.org' })
        .transform((url) => url.replace(/\/+$/, ''))
        .optional(),
    )
    .describe(
      'Address where people reach the server, for links in answers. If not set, links use HOST and PORT',
    ),
  SIYAGHA_ADMIN_KEY: z
    .preprocess(blank, key.min(16, 'must have at least 16 characters').optional())
    .describe(
      'Key for adding and removing reports over HTTP, at least 16 characters. If not set, nobody can',
    ),
  SIYAGHA_CORS_ORIGINS: z
    .string()
    .transform((list, context) => {
      const origins = listed(list);
      for (const origin of origins) {
        if (origin !== '*' && !/^https?:\/\/[^/\s]+$/.test(origin)) {
          context.addIssue({
            code: 'custom',
            message: `"${origin}" is not an origin such as https://example.org`,
          });
        }
      }
      return origins;
    })
    .describe('Origins whose web pages may use the API, separated by commas; `*` means every origin'),
  SIYAGHA_RATE_LIMIT: number
    .int('must be a whole number')
    .min(0, 'must be 0 (none) or more')
    .describe('Maximum number of requests a minute for each client; 0 means no limit'),
  SIYAGHA_TRUSTED_PROXIES: z
    .string()
    .transform((list, context) => {
      const addresses = listed(list);
      for (const address of addresses) {
        if (!isNetwork(address)) {
          const message = `"${address}" is neither an address nor a network such as 10.0.0.0/8`;
          context.addIssue({ code: 'custom', message });
        }
      }
      return addresses;
    })
    .describe(
      'Addresses or networks of proxies whose X-Forwarded-For header is trusted, separated by commas',
    ),
  SIYAGHA_MEMORY_MB: number
    .min(1, 'must be 1 to 1048576')
    .max(1_048_576, 'must be 1 to 1048576')
    .describe(
      'Memory for the phrase indexes, in MB. If they do not fit, they are read from disk page by page',
    ),
  SIYAGHA_ANSWER_SECONDS: number
    .positive('must be more than 0')
    .max(3600, 'must be at most 3600')
    .describe('Maximum seconds of work on one answer; after that the request ends with `too_much_work`'),
  SIYAGHA_ANSWER_THREADS: number
    .int('must be a whole number')
    .min(0, 'must be from 0 (as suits the machine) to 64')
    .max(64, 'must be from 0 (as suits the machine) to 64')
    .describe('How many long answers are computed at the same time; 0 means as many as suit the machine'),
  SIYAGHA_OCR: z
    .enum(['off', 'tesseract'], 'must be off or tesseract')
    .describe('`tesseract` recognises the text of scanned PDF pages (OCR); Tesseract must be installed'),
  SIYAGHA_MAX_UPLOAD_MB: number
    .positive('must be more than 0')
    .max(2000, 'must be at most 2000')
    .describe('Largest upload, in MB'),
  SIYAGHA_DOCUMENTS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http address' })
    .describe('Where `siyagha fetch` downloads reports from; by default the United Nations document system'),
  SIYAGHA_DOCUMENTS_HOSTS: z
    .string()
    .transform(listed)
    .describe(
      'Hosts that `siyagha fetch` may download from even if they are private or do not use TLS, separated by commas',
    ),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .describe('Minimum level of the messages that are logged'),
});

export type Settings = z.output<typeof schema>;

/** A setting that cannot be used; the message names it and says why, on one line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * @param overrides values that take precedence over environment and file, such as command line flags.
 * @throws SettingsError naming the first wrong setting.
 */
export function loadSettings(
  environment: Record<string, string | undefined> = process.env,
  overrides: Record<string, unknown> = {},
  file: string = configFile('settings.json'),
): Settings {
  let defaults: Record<string, unknown>;
  try {
    defaults = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new SettingsError(`settings file ${file}: ${(error as Error).message}`);
  }
  const unknown = Object.keys(defaults).find((name) => !(name in schema.shape));
  if (unknown) throw new SettingsError(`settings file ${file}: there is no setting named ${unknown}`);
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(schema.shape)) {
    // An empty variable is one that is not set, as in `PORT=` of an env file.
    values[name] = blank(overrides[name]) ?? blank(environment[name]) ?? defaults[name];
  }
  const result = schema.safeParse(values);
  if (result.success) return together(result.data);
  const issue = result.error.issues[0]!;
  const name = String(issue.path[0]);
  const shown = secrets.includes(name) || isPrivate(values[name]) ? '' : `=${JSON.stringify(values[name])}`;
  throw new SettingsError(`setting ${name}${shown}: ${issue.message}`);
}

/** Checks that involve several settings. */
function together(settings: Settings): Settings {
  const { OPENSEARCH_USER: user, OPENSEARCH_PASSWORD: password } = settings;
  if ((user === undefined) !== (password === undefined)) {
    const [given, missing] =
      user === undefined
        ? ['OPENSEARCH_PASSWORD', 'OPENSEARCH_USER']
        : ['OPENSEARCH_USER', 'OPENSEARCH_PASSWORD'];
    throw new SettingsError(`setting ${missing}: must be set, because ${given} is`);
  }
  if (settings.SIYAGHA_INDEX === 'cluster' && settings.SIYAGHA_ENGINE !== 'opensearch') {
    throw new SettingsError('setting SIYAGHA_INDEX="cluster": needs SIYAGHA_ENGINE=opensearch');
  }
  return settings;
}
