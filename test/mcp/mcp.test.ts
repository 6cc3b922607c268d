/** The MCP server, called by the SDK's own client over stdio and HTTP: tools, resources, limits and hostile input. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTranscript } from '../../scripts/transcript/make.ts';
import { type Server, serve } from '../../src/api/index.ts';
import { type AskedApp, reportOf, sampleApp } from '../api/sample-app.ts';
import { buildProgram, type Program } from '../cli/program.ts';
import { cleanSamples, type Opened, openSamples, projectRoot } from '../collection/sample-collection.ts';

const longest = 8000;

interface Told {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent?: {
    total: number;
    shown: number;
    next_offset: number | null;
    citations: Record<string, unknown>[];
    limits: string[];
  };
}

let program: Program;
let opened: Opened;
let server: Server;
const clients: Record<string, Client> = {};
beforeAll(async () => {
  program = await buildProgram();
  await program.json(['ingest', ...cleanSamples]);
  opened = await openSamples({}, cleanSamples, { pool: true });
  server = await serve({ ...opened, log: pino({ level: 'silent' }) }, { port: 0, host: '127.0.0.1' });
  const stdio = new StdioClientTransport({
    command: process.execPath,
    args: [program.file, 'mcp'],
    env: {
      SIYAGHA_DATA: program.data,
      LOG_LEVEL: 'silent',
      SIYAGHA_PUBLIC_URL: 'https://reports.example.org/',
    },
  });
  const http = new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`));
  for (const [name, transport] of Object.entries({ stdio, http })) {
    clients[name] = new Client({ name: 'test', version: '1' });
    await clients[name].connect(transport);
  }
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.close();
  await server?.close();
  await opened?.close();
  program?.remove();
});

const call = async (over: string, name: string, given: Record<string, unknown>): Promise<Told> =>
  (await clients[over]!.callTool({ name, arguments: given })) as unknown as Told;

const report = reportOf(2016);
/** Each tool with a question that the samples answer, and what the answer must contain. */
const questions: [string, Record<string, unknown>, RegExp][] = [
  ['reports', { year_from: 2012 }, /SRO-C\.7-2012-9/],
  ['series', {}, /shared-rivers/],
  ['search', { q: '"الدول المشاطئة" البيانات' }, /paragraphs? of 8 reports match/],
  ['phrase', { q: 'الدول المشاطئة', limit: 5 }, /occurrences in \d+ paragraphs of 8 reports/],
  ['threads', { q: 'مرة كل ثلاثة أشهر' }, /2008 to 2010: 2 reports, 1 wording, 2 occurrences/],
  [
    'wording',
    { q: 'وينبغي للدول المشاطئة أن تتبادل مرة كل ثلاثة أشهر على الأقل ما لديها من بيانات' },
    /\d+ versions in \d+ different wordings/,
  ],
  ['compare', { base: report, other: reportOf(2018) }, /% alike/],
  ['recurring', { id: report, min_words: 6 }, /the list is complete/],
  ['novelty', { id: report }, /Compared with 4 earlier reports/],
  ['report', { id: 'SRO/C.7/2016/9', number: 19 }, /para\. 19/],
];

describe.each(['stdio', 'http'])('over %s', (over) => {
  it('lists its tools, all of them read-only', async () => {
    const { tools } = await clients[over]!.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(questions.map(([name]) => name).sort());
    for (const { annotations, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(description).toMatch(/\.$/);
    }
  });

  it.each(questions)('%s %j', async (name, given, expected) => {
    const { content, structuredContent, isError } = await call(over, name, given);
    expect(isError, content[0]!.text).toBeFalsy();
    expect(content).toHaveLength(1);
    const { text } = content[0]!;
    expect(text).toMatch(expected);
    expect(text.length).toBeLessThanOrEqual(longest);
    const { citations, shown, total } = structuredContent!;
    expect(shown).toBeGreaterThan(0);
    expect(total).toBeGreaterThanOrEqual(shown);
    if (name === 'series') return;
    const base = over === 'stdio' ? 'https://reports.example.org' : server.url;
    expect(citations.length).toBeGreaterThan(0);
    for (const cited of citations.slice(0, 5)) {
      expect(cited).toMatchObject({
        symbol: expect.stringMatching(/^SRO\/C\.7\/\d{4}\/9$/),
        body: 'SRO/C.7',
      });
      expect(cited.year).toBeGreaterThan(2007);
      expect(cited.link).toMatch(
        new RegExp(`^${base.replaceAll('.', '\\.')}/\\?page=report&id=SRO-C\\.7-\\d{4}-9`),
      );
    }
    expect(text).toContain(String(citations[0]!.text));
    expect(text).toContain(String(citations[0]!.link));
  });

  it('gives reports as resources, with their printed numbers', async () => {
    const { resources } = await clients[over]!.listResources();
    expect(resources).toHaveLength(8);
    const { contents } = await clients[over]!.readResource({ uri: `siyagha://report/${report}` });
    const { text } = contents[0] as { text: string };
    expect(text).toMatch(/^SRO\/C\.7\/2016\/9, SRO\/C\.7, 2016\n/);
    expect(text).toMatch(/^(19|١٩)\S* /m);
    const { resourceTemplates } = await clients[over]!.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([{ uriTemplate: 'siyagha://report/{id}' }]);
  });

  it.each([
    ['search', {}, /invalid_parameters: q is required/],
    ['search', { q: ' ' }, /q must not be empty/],
    ['search', { q: 'x'.repeat(50_000) }, /q is too long/],
    ['search', { q: { $gt: '' } }, /invalid_parameters: q /],
    ['search', { q: 'نهر', limit: -1, mach: 'x' }, /limit must be .*mach/],
    ['search', { q: 'نهر', report: ['../../etc/passwd'] }, /unknown_report/],
    ['phrase', { q: '((((' }, /invalid|empty|q/],
    ['threads', { q: '* *' }, /./],
    ['compare', { base: report }, /other is required/],
    ['compare', { base: report, other: 'nothing' }, /unknown_report: there is no report "nothing"/],
    ['compare', { base: report, other: reportOf(2018), offset: 'x' }, /offset must be a whole number/],
    ['recurring', { id: '\u0000', min_words: 1e12 }, /min_words/],
    ['wording', { q: 'أ', paragraph: 'ب' }, /give either q or paragraph/],
    ['report', { id: report, number: '1; DROP TABLE' }, /number must be a whole number/],
  ] as const)('%s %j gets an error that says what is wrong', async (name, given, expected) => {
    const { isError, content } = await call(over, name, given);
    expect(isError).toBe(true);
    expect(content[0]!.text).toMatch(expected);
    expect(content[0]!.text.length).toBeLessThan(3000);
    expect(content[0]!.text).not.toContain(program.data);
  });

  it('lists the existing tools and resources', async () => {
    await expect(call(over, 'drop', {})).rejects.toThrow(
      /there is no tool "drop"; the tools are reports, series/,
    );
    const read = (uri: string) => clients[over]!.readResource({ uri });
    await expect(read('siyagha://report/nothing')).rejects.toMatchObject({ code: -32002 });
    for (const uri of ['file:///etc/passwd', 'siyagha://report/', 'siyagha://report/%E0%A4']) {
      await expect(read(uri)).rejects.toThrow(/is not a report/);
    }
    await expect(clients[over]!.listResources({ cursor: 'mine' })).rejects.toMatchObject({ code: -32602 });
  });
});

it('gives a long answer in parts that add up to all of it', async () => {
  const given = { base: report, other: reportOf(2018) };
  const seen: number[] = [];
  let offset = 0;
  for (;;) {
    const { structuredContent, content } = await call('http', 'compare', { ...given, offset });
    expect(content[0]!.text.length).toBeLessThanOrEqual(longest);
    const { shown, next_offset, total } = structuredContent!;
    for (let at = 0; at < shown; at += 1) seen.push(offset + at);
    if (next_offset === null) {
      expect(seen).toEqual(Array.from({ length: total }, (_, at) => at));
      break;
    }
    expect(content[0]!.text).toContain(`offset=${next_offset}`);
    offset = next_offset;
  }
});

it('says to an assistant what the documents show (npx tsx scripts/generate.ts writes it)', async () => {
  const document = readFileSync(join(projectRoot, 'docs', 'assistants.md'), 'utf8');
  expect(document).toContain(`\`\`\`text\n${await makeTranscript()}\`\`\``);
  for (const [name] of questions) expect(document).toContain(`| \`${name}\` `);
});

it('says what it cannot answer', async () => {
  const { collection } = opened;
  const file = new TextEncoder().encode('1 - نص في تقرير بلا تاريخ عن الدول المشاطئة.');
  const { added } = await collection.intake.upload('undated.txt', file, {
    symbol: 'X/9',
    series: 'shared-rivers',
  });
  try {
    const { content, structuredContent } = await call('http', 'phrase', { q: 'الدول المشاطئة', limit: 1 });
    expect(content[0]!.text).toMatch(/What this answer cannot say:\n.*Without a date.*X-9/s);
    expect(structuredContent!.limits.join()).toContain('X-9');
  } finally {
    await collection.remove(added[0]!);
  }
});

describe('over HTTP', () => {
  const key = 'a key of sixteen characters';
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
  const post = (app: AskedApp, body: unknown, headers: Record<string, string> = {}) =>
    app.get('/mcp', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('counts towards the rate limit, and refuses batches, pages of other origins, invalid messages and messages that are too large', async () => {
    const app = await sampleApp({ SIYAGHA_RATE_LIMIT: '8', SIYAGHA_ADMIN_KEY: key });
    try {
      expect((await post(app, ping)).status).toBe(200);
      expect((await post(app, [ping, ping])).status).toBe(400);
      expect((await post(app, '{')).status).toBe(400);
      expect((await post(app, 'x'.repeat(300_000))).status).toBe(413);
      expect((await post(app, ping, { Origin: 'https://evil.example' })).status).toBe(403);
      expect((await post(app, ping, { Origin: 'http://localhost' })).status).toBe(200);
      const get = await app.get('/mcp');
      expect([get.status, get.headers.get('Allow')]).toEqual([405, 'POST']);
      expect((await app.get('/v1/series')).status).toBe(200);
      const late = await post(app, ping);
      expect(late.status).toBe(429);
      expect(late.headers.get('Retry-After')).toMatch(/^\d+$/);
    } finally {
      await app.close();
    }
  });
});
