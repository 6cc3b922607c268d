/** The cells of the Observable recipe, run one after the other in a page of another origin, as in a notebook. */
import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../src/api/index.ts';
import { findChromium, launch } from '../browser/chromium.ts';
import { type Opened, openSamples, projectRoot } from '../collection/sample-collection.ts';

const executablePath = findChromium();
if (executablePath === null) console.log('skipped: the Observable recipe needs Chromium');

const page = readFileSync(join(projectRoot, 'docs', 'recipes', 'recipes.md'), 'utf8');
const [, section = ''] = page.split('## Observable\n');
const cells = [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, cell]) => cell!.trim());

describe.skipIf(executablePath === null)('the Observable recipe', () => {
  let opened: Opened;
  let server: Server;
  let notebook: HttpServer;
  let origin: string;
  let browser: Browser;
  beforeAll(async () => {
    notebook = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>notebook</title>');
    });
    await new Promise<void>((resolve) => notebook.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(notebook.address() as AddressInfo).port}`;
    opened = await openSamples({ SIYAGHA_CORS_ORIGINS: origin });
    server = await serve({ ...opened, log: pino({ level: 'silent' }) }, { port: 0, host: '127.0.0.1' });
    browser = await launch(executablePath!);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    notebook?.close();
    await opened?.close();
  });

  it('asks the server from the notebook, and draws the years that have a report', async () => {
    const plot = await build({
      stdin: { contents: "export * from '@observablehq/plot';", resolveDir: projectRoot },
      bundle: true,
      format: 'iife',
      globalName: 'Plot',
      write: false,
    });
    const tab = await browser.newPage();
    await tab.goto(origin);
    await tab.addScriptTag({ content: plot.outputFiles[0]!.text });
    // A cell is an expression, with a name before it by which later cells refer to it.
    const script = cells
      .map((cell, i) => {
        const [, name = `cell${i}`, expression = cell] = /^(\w+) = ([\s\S]*)$/.exec(cell) ?? [];
        return `const ${name} = (${expression});`;
      })
      .join('\n')
      .replaceAll('http://127.0.0.1:8080', server.url);
    const picture = `cell${cells.length - 1}`;
    const { points, marks } = (await tab.evaluate(`(async () => {
      ${script}
      return { points, marks: ${picture}.querySelectorAll('path').length };
    })()`)) as { points: { year: number }[]; marks: number };
    expect(points.map(({ year }) => year)).toEqual([2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022]);
    expect(marks).toBeGreaterThan(0);
  });
});
