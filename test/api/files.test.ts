/** Answers that are documents, and the question that is sent with POST: precedents of a pasted text. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedApp, sampleApp } from './sample-app.ts';
import { type OpenApiDocument, responseValidator } from './strict-schema.ts';

const first = 'SRO-C.7-2008-9';
const second = 'SRO-C.7-2010-9';

let app: AskedApp;
let document: OpenApiDocument;
beforeAll(async () => {
  app = await sampleApp();
  document = (await (await app.get('/openapi.json')).json()) as OpenApiDocument;
});
afterAll(() => app?.close());

const types: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
};

describe('GET /v1/compare as a document', () => {
  it.each(['docx', 'html'])('%s is offered, documented and of its type', async (format) => {
    const response = await app.get(`/v1/compare?base=${first}&other=${second}&format=${format}`);
    expect(response.status).toBe(200);
    const type = response.headers.get('Content-Type')!;
    expect(type.split(';')[0]).toBe(types[format]);
    const parameters = document.paths['/v1/compare']!.get!.parameters ?? [];
    const offered = parameters.find(({ name }) => name === 'format')?.schema as { enum: string[] };
    expect(offered.enum).toContain(format);
    expect(response.headers.get('ETag')).toBeTruthy();
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text =
      format === 'docx' ? strFromU8(unzipSync(bytes)['word/document.xml']!) : new TextDecoder().decode(bytes);
    expect(text).toContain('المشاطئة');
    if (format === 'docx') expect(text).toMatch(/<w:ins /);
    else expect(text).not.toMatch(/<script/);
  });

  it('is refused if it is not offered', async () => {
    const response = await app.get('/v1/reports?format=docx');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'format' }] });
  });
});

describe('POST /v1/similar', () => {
  const post = (body: unknown, type = 'application/json') =>
    app.get('/v1/similar', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': type },
    });

  it('finds the passages most similar to a text, as documented', async () => {
    const text = 'وينبغي للدول المشاطئة أن تتبادل مرة كل ثلاثة أشهر على الأقل ما لديها من بيانات';
    const response = await post({ text, limit: 3, least: 0.2 });
    expect(response.status).toBe(200);
    const body = (await response.json()) as { hits: { report: string; similarity: number }[] };
    expect(body.hits.length).toBe(3);
    expect(body.hits.map((hit) => hit.similarity)).toEqual(
      body.hits.map((hit) => hit.similarity).sort((a, b) => b - a),
    );
    const operation = document.paths['/v1/similar']!.post!;
    const validate = responseValidator(document, operation, '200', 'application/json');
    validate(body);
    expect(validate.errors).toBeNull();
    const only = (await (await post({ text, report: [second], least: 0.2 })).json()) as typeof body;
    expect(new Set(only.hits.map((hit) => hit.report))).toEqual(new Set([second]));
  });

  it.each([
    [{}, 400, 'text'],
    [{ text: '' }, 400, 'text'],
    [{ text: 5 }, 400, 'text'],
    [{ text: '؟!' }, 400, 'text'],
    [{ text: 'نهر '.repeat(6000) }, 400, 'text'],
    [{ text: 'نهر', limit: 0 }, 400, 'limit'],
    [{ text: 'نهر', least: 2 }, 400, 'least'],
    [{ text: 'نهر', colour: 'red' }, 400, 'colour'],
    [{ text: 'نهر', report: ['NOPE'] }, 404, ''],
    ['[]', 400, 'body'],
    ['null', 400, 'body'],
    ['{"text": ', 400, 'body'],
    ['text=x', 400, 'body'],
    [{ text: 'م'.repeat(1_200_000) }, 413, ''],
  ])('%j is %i', async (body, status, field) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    const problem = (await response.json()) as { errors?: { path: string; message: string }[] };
    if (field !== '') expect(problem.errors?.map((error) => error.path)).toContain(field);
    expect(JSON.stringify(problem)).not.toMatch(/Invalid input|undefined/);
  });
});
