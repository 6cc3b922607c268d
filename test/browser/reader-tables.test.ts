/** Tables in the reader: cells of one table are drawn as its rows; passages of a paragraph are reached by keyboard. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/web/client.ts';
import { withTables } from '../../src/web/reader/tables.ts';
import { openTemporary } from '../collection/sample-collection.ts';
import { describeInChromium } from './suite.ts';

describe('cells of a table', () => {
  const paragraph = (ordinal: number, cell: Paragraph['cell'] = null) =>
    ({ id: `R:${ordinal}`, ordinal, cell, text: `${ordinal}` }) as Paragraph;
  const cell = (ordinal: number, table: number, row: number, column: number) =>
    paragraph(ordinal, { table, row, column });
  const ordinals = (blocks: ReturnType<typeof withTables>) =>
    blocks.map((block) =>
      'rows' in block
        ? block.rows.map((row) => row.map((one) => one.map((inside) => inside.ordinal)))
        : 'ordinal' in block
          ? block.ordinal
          : 'folded',
    );

  test('are put together as rows; two adjacent tables stay separate', () => {
    const parts = [
      paragraph(1),
      cell(2, 1, 1, 1),
      cell(3, 1, 1, 2),
      cell(4, 1, 2, 1),
      cell(5, 2, 1, 1),
      cell(6, 2, 1, 2),
      paragraph(7),
    ];
    expect(ordinals(withTables(parts))).toEqual([
      1,
      [
        [[2], [3]],
        [[4], []],
      ],
      [[[5], [6]]],
      7,
    ]);
  });

  test('several paragraphs of a cell stay in it; the cells covered by a merged one are empty', () => {
    const parts = [cell(1, 1, 1, 1), cell(2, 1, 1, 1), cell(3, 1, 1, 4), cell(4, 1, 3, 4)];
    expect(ordinals(withTables(parts))).toEqual([
      [
        [[1, 2], [3]],
        [[], [4]],
      ],
    ]);
  });

  test('a single cell is a paragraph', () => {
    expect(ordinals(withTables([paragraph(1), cell(2, 1, 1, 1), paragraph(3)]))).toEqual([1, 2, 3]);
  });
});

const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>تقرير فيه جدول</title></head>
<body><h1>تقرير اللجنة عن أعمال دورتها</h1>
<p>1 - عرضت الأمانة على اللجنة جدولا بمساهمات الدول الأعضاء في الصندوق.</p>
<table><tr><th>الدولة</th><th>المساهمة</th><th>السنة</th></tr>
<tr><td>الأردن</td><td>12 345</td><td>2019</td></tr>
<tr><td>تونس</td><td>6 789</td><td>2020</td></tr></table>
<p>2 - وأحاطت اللجنة علما بالجدول، وطلبت إلى الأمانة أن تحدثه في كل دورة من دوراتها المقبلة.</p></body></html>`;

describeInChromium(
  'a report with a table',
  120_000,
  (suite) => {
    const { at } = suite;
    const reading = '/?page=report&id=T-1&series=*';

    test('is drawn with it: rows, columns from the right, each cell with its menu', () =>
      at(reading, async (page) => {
        const table = page.locator('.report .cells');
        await table.waitFor();
        expect(await table.locator('tr').count()).toBe(3);
        expect(await table.locator('tr').nth(1).locator('td .words').allTextContents()).toEqual([
          'الأردن',
          '12\u00A0345',
          '2019',
        ]);
        const left = (column: number) =>
          table
            .locator('tr')
            .nth(1)
            .locator('td')
            .nth(column)
            .evaluate((cell) => cell.getBoundingClientRect().left);
        expect(await left(0)).toBeGreaterThan(await left(1));
        expect(await table.locator('td .menu-button').count()).toBe(9);
      }));

    test.each([
      ['ar', 'قُرئ نصه آليا'],
      ['en', 'recognised from images'],
    ] as const)('a text that was recognised from images says so (%s)', async (language, words) => {
      const current = await suite.visit({ language });
      try {
        await current.page.route(/\/v1\/reports\/T-1(\?|$)/, async (route) => {
          const response = await route.fetch();
          const report = (await response.json()) as { source: { layer: string } };
          report.source.layer = 'ocr';
          await route.fulfill({ response, json: report });
        });
        await current.open(reading);
        expect(await current.page.locator('.facts').textContent()).toContain(words);
      } finally {
        await current.close();
      }
    });

    test('a link to a cell leads to it', () =>
      at(reading, async (page) => {
        const id = await page.locator('.cells td [id]').last().getAttribute('id');
        await page.goto(`${page.url()}#${id}`);
        await page.locator(`.cells #${id}.here`).waitFor();
      }));

    test('its passages open from the menu, without a mouse', () =>
      at(reading, async (page) => {
        const button = page.locator('.report p.paragraph .menu-button').first();
        await button.focus();
        await page.keyboard.press('Enter');
        await page.locator('.menu li button').first().waitFor();
        await page.locator('.menu').getByRole('button', { name: 'مقاطع الفقرة' }).focus();
        await page.keyboard.press('Enter');
        const panel = page.locator('.passage');
        await panel.waitFor();
        await expect.poll(() => panel.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
        expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      }));

    test('the menu leads to the precedents of the paragraph', () =>
      at(reading, async (page) => {
        await page.locator('.report p.paragraph .menu-button').first().click();
        await page.locator('.menu').getByRole('link', { name: 'السوابق' }).click();
        await expect.poll(() => page.locator('textarea').inputValue()).toContain('عرضت الأمانة');
      }));
  },
  async () => {
    const opened = await openTemporary();
    const file = join(opened.folder, 'T-1.html');
    writeFileSync(file, html);
    const manifest = join(opened.folder, 'manifest.csv');
    writeFileSync(manifest, 'file,symbol,year\nT-1.html,T/1,2021\n');
    const { failed } = await opened.collection.intake.files([file], { manifest });
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
    return opened;
  },
);
