/**
 * The commands that ask questions: `--json` is the API's body, text is plain in a pipe, wrong questions exit with 2 and
 * one line.
 */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/index.ts';
import { siyagha } from '../../src/cli/program.ts';
import { limits } from '../../src/cli/text/limits.ts';
import { type Collection, openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { cleanSamples } from '../collection/sample-collection.ts';
import { buildProgram, type Program } from './program.ts';

const first = 'SRO-C.7-2008-9';
const second = 'SRO-C.7-2010-9';
const last = 'SRO-C.7-2022-9';

let built: Program;
let program: Program['here'];
let collection: Collection;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  built = await buildProgram();
  program = built.here;
  await program.json(['ingest', ...cleanSamples]);
  const settings = loadSettings({ SIYAGHA_DATA: program.data });
  collection = await openCollection(settings);
  app = createApp({ collection, settings, log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await collection?.close();
  built?.remove();
});

const q = encodeURIComponent;

/** The same question for the command line and the API. */
const both: [string[], string][] = [
  [['series'], '/v1/series'],
  [['reports', '--year-from', '2012', '--limit', '3'], '/v1/reports?year_from=2012&limit=3'],
  [['reports', '--warning', 'any'], '/v1/reports?warning=any'],
  [['show', first], `/v1/reports/${first}?paragraphs=true`],
  [['show', first, '--number', '19'], `/v1/reports/${first}/paragraphs?number=19`],
  [
    ['show', last, '--number', '1', '--part', 'المرفق الأول'],
    `/v1/reports/${last}/paragraphs?number=1&part=${q('المرفق الأول')}`,
  ],
  [['show', first, '--repairs'], `/v1/reports/${first}/repairs`],
  [
    ['search', '"جدول الأعمال" -الخزانات', '--limit', '3'],
    `/v1/search?q=${q('"جدول الأعمال" -الخزانات')}&limit=3`,
  ],
  [['search', 'الخزنات'], `/v1/search?q=${q('الخزنات')}`],
  [
    ['phrase', 'الدول * المشاطئة', '--match', 'stem', '--kind', 'paragraph'],
    `/v1/phrases?q=${q('الدول * المشاطئة')}&match=stem&kind=paragraph`,
  ],
  [
    ['phrase', 'شؤون', '--report', first, '--report', last],
    `/v1/phrases?q=${q('شؤون')}&report=${first}&report=${last}`,
  ],
  [['trends', 'الخزانات', 'شؤون'], `/v1/trends?q=${q('الخزانات')}&q=${q('شؤون')}`],
  [
    ['recurring', last, '--min-words', '6', '--view', 'closed', '--limit', '5'],
    `/v1/reports/${last}/recurring?min_words=6&view=closed&limit=5`,
  ],
  [
    ['recurring', last, '--returns', '--with', first, '--with', second],
    `/v1/reports/${last}/recurring?returns=true&with=${first}&with=${second}`,
  ],
  [['dropped', last], `/v1/reports/${last}/dropped`],
  [['novelty', last, '--min-words', '3'], `/v1/reports/${last}/novelty?min_words=3`],
  [['variants', last, '--with', first], `/v1/reports/${last}/variants?with=${first}`],
  [['compare', first, second], `/v1/compare?base=${first}&other=${second}`],
  [['wording', `${first}:30`], `/v1/wording?paragraph=${first}:30`],
  [['wording', 'تتبادل الدول المشاطئة البيانات'], `/v1/wording?q=${q('تتبادل الدول المشاطئة البيانات')}`],
  [['threads', 'مرة كل ثلاثة أشهر'], `/v1/threads?q=${q('مرة كل ثلاثة أشهر')}`],
  [
    ['threads', 'الدول المشاطئة', '--no-gaps', '--limit', '2'],
    `/v1/threads?q=${q('الدول المشاطئة')}&gaps=false&limit=2`,
  ],
  [['references', '--type', 'document'], '/v1/references?type=document'],
  [['references', 'A/RES/62/18'], '/v1/references?symbol=A/RES/62/18'],
];

describe('--json prints what the API answers', () => {
  it.each(both)('siyagha %j and GET %s', async (args, path) => {
    const fromApi = (await (await app.request(path)).json()) as Record<string, unknown>;
    const fromCli = await program.json<Record<string, unknown>>(args);
    if ('took_ms' in fromApi) fromApi.took_ms = fromCli.took_ms;
    expect(fromCli).toEqual(fromApi);
  });
});

describe('--format prints the rows that the API returns', () => {
  const withRows = both.filter(([[name], path]) => name !== 'show' || !path.includes('?paragraphs'));
  const oneEach = withRows.filter(([[name]], i) => withRows.findIndex(([[other]]) => other === name) === i);
  it.each(oneEach)('siyagha %j and GET %s', async (args, path) => {
    for (const format of ['csv', 'jsonl']) {
      const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}format=${format}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const outcome = await program.run([...args, '--format', format]);
      expect(outcome.code).toBe(0);
      // There is another page: the API says so in a header, the program on stderr.
      const more = response.headers.has('Link') ? /^siyagha: this is one page of \d+ entries: .*\n$/ : /^$/;
      expect(outcome.stderr).toMatch(more);
      const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(outcome.stdout.replaceAll(/"took_ms":\d+/g, '')).toBe(expected.replaceAll(/"took_ms":\d+/g, ''));
    }
  });

  it('a report shown as rows is its paragraphs', async () => {
    const { stdout } = await program.run(['show', first, '--format', 'jsonl']);
    const lines = stdout.trimEnd().split('\n');
    const { items } = (await (await app.request(`/v1/reports/${first}/paragraphs?limit=1000`)).json()) as {
      items: object[];
    };
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(items);
  });

  it('and --json exclude each other', async () => {
    const outcome = await program.run(['search', 'نهر', '--json', '--format', 'csv']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/--format.*--json/);
  });
});

describe('text for people', () => {
  const textOf = async (...args: string[]) => (await program.run(args)).stdout;

  it('prints a thread as a history: years, printed numbers, what changed, what replaced it', async () => {
    const lines = (await textOf('threads', 'مرة كل ثلاثة أشهر')).trimEnd().split('\n');
    const text = (year: string) =>
      lines[lines.findIndex((line) => line.includes(year) && line.includes('¶')) + 1];
    expect(lines[0]).toBe('مرة كل ثلاثة أشهر: 2 occurrences in 1 thread');
    expect(lines).toContain('1. 2008–2010: 2 reports, 1 wording, 2 occurrences');
    expect(lines).toContain('   2010  ¶20  SRO-C.7-2010-9:62  identical');
    expect(lines).toContain('   2016  ¶19  SRO-C.7-2016-9:58  instead: reworded, 83.9 % alike');
    expect(text('2016')).toContain(
      '[-وينبغي للدول-] {+وتدعى الدول+} المشاطئة {+إلى+} أن تتبادل، {+حسب الاقتضاء+}، مرة كل [-ثلاثة أشهر-] {+شهر+}',
    );
    expect(lines).toContain('   2020  ¶18  SRO-C.7-2020-9:59  instead: the same as before');
    const none = await textOf('threads', 'مرة كل سبعة أشهر');
    expect(none).toMatch(/^مرة كل سبعة أشهر: 0 occurrences in 0 threads\nthe nearest sentences:/);
    expect(none).toContain('2008  ¶19  SRO-C.7-2008-9:60  shares: مرة كل أشهر');
  });

  it('names a paragraph by year, printed number and id', async () => {
    const place = /^2008 {2}¶19 {2}SRO-C\.7-2008-9:60\b/m;
    expect(await textOf('search', '"تتبادل مرة"')).toMatch(place);
    expect(await textOf('phrase', 'تتبادل مرة')).toMatch(place);
    expect(await textOf('wording', `${first}:60`)).toMatch(place);
    expect(await textOf('variants', second, '--with', first, '--limit', '200')).toMatch(
      /^ {2}2008 {2}¶19 {2}SRO-C\.7-2008-9:60 {2}100\.0 % identical/m,
    );
    expect(await textOf('compare', first, second)).toMatch(
      /^\w.* {2}¶\d+ {2}SRO-C\.7-2008-9:\d+ → ¶\d+ {2}SRO-C\.7-2010-9:\d+$/m,
    );
    expect(await textOf('show', first, '--number', '19')).toMatch(/^¶19 {2}SRO-C\.7-2008-9:60\n.*تتبادل مرة/);
    expect(await textOf('show', first, '--number', '999')).toBe('no such paragraph in this report\n');
  });

  it('says in words that there is nothing', async () => {
    expect(await textOf('references', '62/18')).toMatch(/^no references/);
    expect(await textOf('dropped', first)).toMatch(/^2 earlier reports .* no earlier report/);
    expect(await textOf('dropped', second)).toMatch(/^2 earlier reports .* only 1 earlier/);
  });

  it('prints the words that are new, and the year of those that are not', async () => {
    const text = await textOf('novelty', last);
    const { paragraphs } = (await (await app.request(`/v1/reports/${last}/novelty`)).json()) as {
      paragraphs: { paragraph: string; spans: { start: number; end: number; first_seen: object | null }[] }[];
    };
    for (const { paragraph, spans } of paragraphs) {
      const found = (await (await app.request(`/v1/paragraphs/${paragraph}`)).json()) as { text: string };
      for (const { start, end, first_seen } of spans) {
        const said = found.text.slice(start, end);
        expect(text).toContain(first_seen === null ? `{+${said}+}` : `${said} [20`);
      }
    }
  });

  it.each(both.map(([args]) => [args]))('siyagha %j', async (args) => {
    const { code, stdout, stderr } = await program.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().length).toBeGreaterThan(0);
    expect(stdout).not.toMatch(/\x1b|undefined|\[object Object\]|NaN/);
    expect(stdout.endsWith('\n')).toBe(true);
  });
});

describe('what an answer could not take into account', () => {
  it.each([
    ['search', 'المياه'],
    ['phrase', 'المياه'],
    ['trends', 'المياه'],
    ['threads', 'حسب الاقتضاء'],
    ['recurring', first],
    ['novelty', last],
    ['wording', `${last}:58`],
  ])('%s names the missing report once', async (...args) => {
    const { stdout } = await program.run(args);
    expect(stdout.match(/^not in the collection: .*$/gm)).toEqual([
      'not in the collection: SRO/C.7/S-1/2009/4',
    ]);
  });

  it('names only what is in the scope', async () => {
    const { stdout } = await program.run(['phrase', 'المياه', '--year-from', '2010']);
    expect(stdout).not.toContain('not in the collection');
  });

  it('shortens long lists and leaves out empty ones', () => {
    const many = Array.from({ length: 12 }, (_, i) => `R-${i}`);
    const said = limits({ scope: { unreadable: ['X'], undated: ['U'], missing: many } });
    expect(said).toBe(
      '\n\nleft out because they cannot be read: X\nwithout a date, so in no timeline: U\n' +
        `not in the collection: ${many.slice(0, 10).join(' ')} and 2 more (--json lists all)`,
    );
    expect(limits({ scope: { unreadable: [], undated: [], missing: [] } })).toBe('');
    expect(limits({})).toBe('');
  });
});

describe('wrong questions', () => {
  it.each([
    [['search'], 2, /QUERY/],
    [['search', '،؛!'], 2, /no letter or digit/],
    [['search', 'نهر', '--limit', '0'], 2, /limit.*at least 1/],
    [['search', 'نهر', '--year-from', 'abc'], 2, /year_from/],
    [['search', 'نهر', '--match', 'fuzzy'], 2, /match must be exact, folded or stem/],
    [['search', 'نهر', '--nonsense'], 2, /--nonsense/],
    [['search', 'نهر', 'بحر'], 2, /too many arguments/],
    [['phrase', '*'], 2, /wildcards/],
    [['recurring', first, '--min-words', '0'], 2, /min_words/],
    [['recurring', 'NOPE'], 1, /no report "NOPE".*siyagha reports/],
    [['compare', first], 2, /OTHER/],
    [['compare', first, 'NOPE'], 1, /NOPE/],
    [['show', 'NOPE'], 1, /NOPE/],
    [['wording', 'NOPE:3'], 1, /no paragraph "NOPE:3"/],
    [['nothing'], 2, /nothing/],
    [['ingest'], 2, /PATH/],
    [['ingest', 'x', '--layer', 'third'], 2, /layer/],
    [['export', '--format', 'xml'], 2, /format/],
    [['normalize', '--profile', 'loose'], 2, /profile/],
    [['completions', 'tcsh'], 2, /tcsh.*bash, zsh, fish/],
    [['serve', '--port', '99999'], 2, /PORT/],
  ] as [string[], number, RegExp][])('siyagha %j exits %i', async (args, code, said) => {
    const outcome = await program.run(args);
    expect(outcome.code, outcome.stderr).toBe(code);
    expect(outcome.stderr).toMatch(said);
    expect(outcome.stderr).toMatch(/^siyagha: .+\n$/);
    expect(outcome.stdout).toBe('');
  });
});

describe('settings', () => {
  it.each([
    [{ SIYAGHA_ENGINE: 'foo' }, /SIYAGHA_ENGINE="foo": must be embedded, meilisearch or opensearch/],
    [{ PORT: 'abc' }, /PORT="abc": must be a number/],
    [{ MEILI_URL: 'nonsense' }, /MEILI_URL="nonsense": must be an address/],
    [{ SIYAGHA_ADMIN_KEY: 'short' }, /SIYAGHA_ADMIN_KEY: must have at least 16/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ SIYAGHA_RATE_LIMIT: '-1' }, /SIYAGHA_RATE_LIMIT/],
  ])('%j stops every command with one line that names it and says why', async (env, said) => {
    for (const args of [['reports'], ['serve']]) {
      const outcome = await program.run(args, { env });
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toMatch(said);
      expect(outcome.stderr).toMatch(/^siyagha: .+\n$/);
      expect(outcome.stderr).not.toContain('short');
    }
  });
});

describe('help', () => {
  it('lists every command of the contract, and each explains itself', async () => {
    const help = await program.run(['--help']);
    expect(help.code).toBe(0);
    const names =
      'ingest reports show remove search phrase threads trends recurring novelty variants compare wording references serve reindex verify export fetch normalize completions'.split(
        ' ',
      );
    for (const name of names) expect(help.stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    for (const name of names) {
      const text = siyagha()
        .commands.find((command) => command.name() === name)!
        .helpInformation();
      expect(text).toMatch(new RegExp(`^Usage: siyagha ${name} `));
      expect(text.split('\n').length).toBeGreaterThan(4);
    }
    const { code, stdout, stderr } = await program.run(['search', '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: siyagha search /);
  });

  it('lists the values of an option and its default', async () => {
    const { stdout } = await program.run(['search', '--help']);
    const help = stdout.replaceAll(/\s+/g, ' ');
    expect(help).toContain('(choices: "exact", "folded", "stem", default: "folded")');
    expect(help).toContain('"heading", "paragraph", "item"');
    expect(help).toMatch(/--year-from <number>/);
    expect(help).toMatch(/--limit <number> [^-]*\(default: 20\)/);
  });

  it('prints a completion script', async () => {
    const outcome = await program.run(['completions', 'bash']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/complete .*siyagha\n$/);
  });

  it('gives the version', async () => {
    expect(await program.run(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('exits with 2 and help on stderr if no command is given', async () => {
    const { code, stdout, stderr } = await program.run([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: siyagha');
  });
});

describe('input and output', () => {
  it("normalize reads lines and gives each line's tokens", async () => {
    const input = 'الشُّؤون، والمسؤوليّة\n\nﺍﻟﻘﺎﻧﻮﻥ رقم ٦٣/٧٢\r\nبالأسلحة الصغيرة';
    const folded = await program.run(['normalize'], { input });
    expect(folded).toMatchObject({ code: 0, stderr: '' });
    expect(folded.stdout).toBe('الشءون والمسءوليه\n\nالقانون رقم 63 72\nبالاسلحه الصغيره\n');
    const exact = await program.run(['normalize', '--profile', 'exact'], { input });
    expect(exact.stdout).toBe('الشُّؤون والمسؤوليّة\n\nالقانون رقم 63 72\nبالأسلحة الصغيرة\n');
    const stem = await program.run(['normalize', '--profile', 'stem'], {
      input: 'بالأسلحة الصغيرة\nوالأسلحة الصغيرة\n',
    });
    const [one, two] = stem.stdout.trimEnd().split('\n');
    expect(one).toBe(two);
  });

  it('export gives every report and paragraph, as JSON Lines and as CSV', async () => {
    const { parse } = await import('csv-parse/sync');
    const state = await collection.state();
    const jsonl = await program.run(['export']);
    const rows = jsonl.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; id: string });
    expect(rows.filter((row) => row.type === 'report').length).toBe(state.reports);
    const paragraphs = rows.filter((row) => row.type === 'paragraph');
    expect(paragraphs.length).toBe(state.paragraphs);
    const csv = await program.run(['export', '--format', 'csv']);
    expect(csv.stdout.startsWith('\ufeff')).toBe(true);
    const table = parse(csv.stdout, { columns: true, bom: true }) as {
      id: string;
      text: string;
      symbol: string;
    }[];
    expect(table.map((row) => row.id)).toEqual(paragraphs.map((row) => row.id));
    const texts = paragraphs.map((row) => (row as unknown as { text: string }).text);
    expect(table.map((row) => row.text)).toEqual(texts);
  });
});
