/**
 * Settings from file and environment, the series catalogue and the lexicon: read correctly, and refused in one line.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue, loadLexicon, loadSettings, SettingsError } from '../../src/settings/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'siyagha-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  it('have the defaults of the contract', () => {
    expect(loadSettings({})).toMatchObject({
      SIYAGHA_DATA: './data',
      SIYAGHA_ENGINE: 'embedded',
      PORT: 8080,
      HOST: '127.0.0.1',
      SIYAGHA_ADMIN_KEY: undefined,
      SIYAGHA_CORS_ORIGINS: [],
      SIYAGHA_RATE_LIMIT: 0,
      SIYAGHA_MEMORY_MB: 64,
      SIYAGHA_ANSWER_SECONDS: 10,
      LOG_LEVEL: 'info',
    });
  });

  it('come from flags first, then from the environment, then from the file', () => {
    const file = join(folder, 'settings.json');
    const defaults = {
      ...loadSettings({}),
      SIYAGHA_CORS_ORIGINS: '',
      SIYAGHA_TRUSTED_PROXIES: '',
      SIYAGHA_DOCUMENTS_HOSTS: '',
      OPENSEARCH_URL: 'http://127.0.0.1:9200',
      PORT: 1000,
      HOST: 'file',
      LOG_LEVEL: 'warn',
    };
    writeFileSync(file, JSON.stringify(defaults));
    const settings = loadSettings({ PORT: '2000', HOST: 'environment' }, { PORT: '3000' }, file);
    expect(settings).toMatchObject({ PORT: 3000, HOST: 'environment', LOG_LEVEL: 'warn' });
  });

  it.each([
    [
      { PORT: '8081', SIYAGHA_RATE_LIMIT: '60' },
      { PORT: 8081, SIYAGHA_RATE_LIMIT: 60 },
    ],
    [{ SIYAGHA_ADMIN_KEY: '' }, { SIYAGHA_ADMIN_KEY: undefined }],
    [{ SIYAGHA_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { SIYAGHA_TRUSTED_PROXIES: ['10.0.0.0/8', '::1'] }],
    [{ MEILI_KEY: '' }, { MEILI_KEY: undefined }],
    [{ SIYAGHA_ADMIN_KEY: 'four words and -._~+/=!' }, { SIYAGHA_ADMIN_KEY: 'four words and -._~+/=!' }],
    [
      { SIYAGHA_CORS_ORIGINS: 'https://a.example , http://b.example:8080' },
      { SIYAGHA_CORS_ORIGINS: ['https://a.example', 'http://b.example:8080'] },
    ],
    [
      { PORT: '', HOST: '', SIYAGHA_DATA: '' },
      { PORT: 8080, HOST: '127.0.0.1', SIYAGHA_DATA: './data' },
    ],
    [{ SIYAGHA_CORS_ORIGINS: '*' }, { SIYAGHA_CORS_ORIGINS: ['*'] }],
    [{ MEILI_URL: 'http://meilisearch:7700' }, { MEILI_URL: 'http://meilisearch:7700' }],
    [
      { OPENSEARCH_URL: 'https://a:9200, https://b:9200' },
      { OPENSEARCH_URL: ['https://a:9200', 'https://b:9200'] },
    ],
  ])('%j is understood', (environment, wanted) => {
    expect(loadSettings(environment)).toMatchObject(wanted);
  });

  it.each([
    [{ SIYAGHA_ENGINE: 'foo' }, 'SIYAGHA_ENGINE', 'embedded, meilisearch or opensearch'],
    [{ PORT: 'abc' }, 'PORT', 'number'],
    [{ PORT: '80.5' }, 'PORT', 'whole'],
    [{ PORT: '70000' }, 'PORT', '65535'],
    [{ PORT: '-1' }, 'PORT', '65535'],
    [{ MEILI_URL: 'nonsense' }, 'MEILI_URL', 'http'],
    [{ MEILI_URL: 'ftp://x' }, 'MEILI_URL', 'http'],
    [{ OPENSEARCH_URL: 'a:9200 b:9200' }, 'OPENSEARCH_URL', 'not an address'],
    [{ OPENSEARCH_URL: ',' }, 'OPENSEARCH_URL', 'no address'],
    [{ OPENSEARCH_USER: 'reader' }, 'OPENSEARCH_PASSWORD', 'must be set, because OPENSEARCH_USER is'],
    [{ OPENSEARCH_PASSWORD: 'secret' }, 'OPENSEARCH_USER', 'must be set, because OPENSEARCH_PASSWORD is'],
    [{ OPENSEARCH_CA: '/none.pem' }, 'OPENSEARCH_CA', 'cannot be read'],
    [{ OPENSEARCH_CA: 'package.json' }, 'OPENSEARCH_CA', 'not a file of certificates'],
    [{ SIYAGHA_ADMIN_KEY: 'short' }, 'SIYAGHA_ADMIN_KEY', '16'],
    [{ SIYAGHA_ADMIN_KEY: 'مفتاح طويل من الحروف العربية' }, 'SIYAGHA_ADMIN_KEY', 'ASCII'],
    [{ MEILI_KEY: 'clé-du-service' }, 'MEILI_KEY', 'ASCII'],
    [{ MEILI_SEARCH_KEY: 'a key\nwith two lines' }, 'MEILI_SEARCH_KEY', 'ASCII'],
    [{ MEILI_MASTER_KEY: 'مفتاح' }, 'MEILI_MASTER_KEY', 'ASCII'],
    [{ SIYAGHA_CORS_ORIGINS: 'example.org' }, 'SIYAGHA_CORS_ORIGINS', 'example.org'],
    [{ SIYAGHA_CORS_ORIGINS: 'https://a.example/path' }, 'SIYAGHA_CORS_ORIGINS', 'origin'],
    [{ SIYAGHA_RATE_LIMIT: '-1' }, 'SIYAGHA_RATE_LIMIT', '0'],
    [{ SIYAGHA_RATE_LIMIT: '1.5' }, 'SIYAGHA_RATE_LIMIT', 'whole'],
    [{ SIYAGHA_MEMORY_MB: '0' }, 'SIYAGHA_MEMORY_MB', '1 to 1048576'],
    [{ SIYAGHA_MEMORY_MB: 'all' }, 'SIYAGHA_MEMORY_MB', 'number'],
    [{ SIYAGHA_MEMORY_MB: '1e9' }, 'SIYAGHA_MEMORY_MB', '1048576'],
    [{ SIYAGHA_ANSWER_SECONDS: '0' }, 'SIYAGHA_ANSWER_SECONDS', 'more than 0'],
    [{ SIYAGHA_ANSWER_SECONDS: 'long' }, 'SIYAGHA_ANSWER_SECONDS', 'number'],
    [{ SIYAGHA_ANSWER_SECONDS: '86400' }, 'SIYAGHA_ANSWER_SECONDS', '3600'],
    [{ SIYAGHA_ANSWER_THREADS: '-1' }, 'SIYAGHA_ANSWER_THREADS', '0'],
    [{ SIYAGHA_ANSWER_THREADS: '1.5' }, 'SIYAGHA_ANSWER_THREADS', 'whole'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'fatal'],
  ])('%j stops the start with one line that names it and says why', (environment, name, why) => {
    const refused = () => loadSettings(environment);
    expect(refused).toThrow(SettingsError);
    expect(refused).toThrow(new RegExp(`^setting ${name}.*: .*${why}`));
    expect(refused).not.toThrow(/\n/);
  });

  it('never show a key', () => {
    expect(() => loadSettings({ OPENSEARCH_URL: 'https://u:secret@a b' })).not.toThrow(/secret/);
    expect(() => loadSettings({ SIYAGHA_ADMIN_KEY: 'secret' })).not.toThrow(/secret/);
    expect(() => loadSettings({ MEILI_MASTER_KEY: 'sécret' })).not.toThrow(/cret/);
  });

  it('from an invalid file, or with an unknown name, are refused', () => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, '{ not JSON');
    expect(() => loadSettings({}, {}, file)).toThrow(/^settings file .*bad\.json/);
    writeFileSync(file, '{"SIYAGHA_COLOUR": "red"}');
    expect(() => loadSettings({}, {}, file)).toThrow(/SIYAGHA_COLOUR/);
    expect(() => loadSettings({}, {}, join(folder, 'none.json'))).toThrow(SettingsError);
  });
});

describe('the series catalogue', () => {
  it('has the small-arms meetings and the samples, ids and keys once', () => {
    const catalogue = loadCatalogue();
    expect(catalogue.map(({ id, constructed }) => [id, constructed])).toEqual([
      ['shared-rivers', true],
      ['small-arms', false],
    ]);
    for (const { meetings } of catalogue) {
      const keys = meetings.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { from, to, year, symbol, unconfirmed } of meetings) {
        if (from !== null && to !== null) expect(from <= to).toBe(true);
        if (from !== null) expect(Number(from.slice(0, 4))).toBe(year);
        if (symbol === null) expect(unconfirmed).toContain('symbol');
      }
    }
  });

  it.each([
    ['{', 'bad.json'],
    ['[]', 'bad.json'],
    ['{"id": "Upper Case"}', 'id'],
    ['{"id": "x", "title_ar": 5}', 'title_ar'],
  ])('%s is refused, with file and field named', (text, named) => {
    const own = mkdtempSync(join(folder, 'series-'));
    writeFileSync(join(own, 'bad.json'), text);
    expect(() => loadCatalogue(own)).toThrow(SettingsError);
    expect(() => loadCatalogue(own)).toThrow(named);
    expect(() => loadCatalogue(own)).not.toThrow(/\n/);
  });
});

describe('the lexicon', () => {
  it('has many words in folded form, and is read once', () => {
    const lexicon = loadLexicon();
    expect(lexicon.size).toBeGreaterThan(10_000);
    expect(lexicon).toBe(loadLexicon());
  });
});
