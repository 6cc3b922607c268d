/** HTML pages: lists, tables, notes of several programs, and what is not text. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { readHtml } from '../../src/ingest/readers/html/index.ts';
import { bytesOf, outline } from './make.ts';

const blocksOf = async (body: string) =>
  (
    await readHtml(bytesOf(`<!doctype html><html lang="ar"><body>${body}</body></html>`), {
      file: 'a.html',
      layer: 'auto',
    })
  ).blocks;

describe('HTML', () => {
  it('prints list labels as a browser does', async () => {
    const blocks = await blocksOf(
      '<ol start="4"><li>أ<ol type="a"><li>ب</li><li>ج</li></ol></li><li value="9">د</li><li>هـ</li></ol>' +
        '<ol reversed><li>و</li><li>ز</li></ol><ol style="list-style-type: arabic-indic"><li>ح</li></ol><ul><li>ط</li></ul><ol type="I"><li>ي</li></ol>',
    );
    expect(blocks.map((block) => block.label)).toEqual([
      '4.',
      'a.',
      'b.',
      '9.',
      '10.',
      '2.',
      '1.',
      '١.',
      '•',
      'I.',
    ]);
    expect(blocks.map((block) => block.level).slice(0, 3)).toEqual([1, 2, 2]);
  });

  it('leaves out what is not text and joins lines', async () => {
    const blocks = await blocksOf(
      '<nav>تصفح</nav><header>A/CONF.1/2011/1</header><script>x()</script><style>p{}</style><p>نص\n  أول<br>وتتمته &amp; <b>غيرها</b></p>' +
        '<p hidden>خفي</p><div style="display:none">خفي</div><p>سطر<br><br>آخر</p><del>محذوف</del><footer>ذيل</footer>',
    );
    expect(blocks.map((block) => block.text)).toEqual(['نص أول وتتمته & غيرها', 'سطر', 'آخر']);
  });

  it('gives tables cell by cell', async () => {
    const blocks = await blocksOf(
      '<table><tr><th>أ</th><th>ب</th></tr><tr><td><p>ج</p><p>د</p></td><td>هـ<br>و</td></tr></table>',
    );
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([
      ['table', 'أ'],
      ['table', 'ب'],
      ['table', 'ج د'],
      ['table', 'هـ و'],
    ]);
  });

  it.each([
    [
      'an ordered list',
      '<sup><a href="#fn1">1</a></sup>',
      '<ol><li id="fn1">حاشية <a href="#r1">↩</a></li></ol>',
    ],
    ['an aside', '<a href="#n1" role="doc-noteref">1</a>', '<aside id="n1"><p>حاشية</p></aside>'],
    [
      'LibreOffice',
      '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
      '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>حاشية</p></div>',
    ],
    [
      'Word',
      '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
      '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> حاشية</p></div>',
    ],
  ])('reads notes as %s writes them', async (_, mark, note) => {
    const html = `<!doctype html><body><h1>تقرير اللجنة</h1><p>1 - نص.${mark}</p><p>2 - نص.</p><hr>${note}</body>`;
    const parsed = await parseReport(bytesOf(html), { file: 'a.html' });
    expect(outline(parsed)).toEqual([
      'title: تقرير اللجنة',
      'paragraph 1: نص.',
      '  footnote 1: حاشية',
      'paragraph 2: نص.',
    ]);
  });

  it('keeps links within the page that are not notes', async () => {
    const blocks = await blocksOf(
      '<p>انظر <a href="#part">القسم الأول</a></p><h2 id="part">القسم الأول</h2>',
    );
    expect(blocks.map((block) => block.text)).toEqual(['انظر القسم الأول', 'القسم الأول']);
  });

  it('reads the declared charset', async () => {
    const letters = [0xca, 0xde, 0xd1, 0xed, 0xd1];
    const bytes = Uint8Array.from([
      ...bytesOf('<html><meta charset="windows-1256"><p>'),
      ...letters,
      ...bytesOf('</p></html>'),
    ]);
    const document = await readHtml(bytes, { file: 'a.html', layer: 'auto' });
    expect(document.blocks[0]!.text).toBe('تقرير');
  });

  it('nests headings by their level', async () => {
    const html =
      '<!doctype html><body><h1>تقرير</h1><h2>أولا - قسم</h2><h3>فرع</h3><p>1 - نص.</p><h2>ثانيا - قسم آخر</h2><p>2 - نص.</p></body>';
    const { paragraphs } = await parseReport(bytesOf(html), { file: 'a.html' });
    expect(paragraphs.filter((p) => p.number !== null).map((p) => p.path)).toEqual([
      ['قسم', 'فرع'],
      ['قسم آخر'],
    ]);
  });
});
