/** What the store keeps, the order in which it returns it, and that a snapshot never changes. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

function newStore() {
  const store = openStore(temporaryFolder());
  afterTest(() => store.close());
  return store;
}

const full = () => {
  const parsed = makeReport(
    'A/CONF.192/MGE/2011/1',
    [
      { text: 'أولا', kind: 'heading', number: null, label: null },
      { text: 'عقد الاجتماع في نيويورك عملا بالقرار 65/64', path: ['أولا'] },
      {
        text: 'تبادل المعلومات',
        kind: 'item',
        number: null,
        label: '(أ)',
        parent: 'A-CONF.192-MGE-2011-1:2',
        path: ['أولا', 'ألف'],
        references: [{ type: 'resolution', symbol: 'A/RES/65/64', start: 0, end: 5 }],
      },
    ],
    {
      series: 'small-arms',
      body: 'A/CONF.192',
      year: 2011,
      date: { from: '2011-05-09', to: '2011-05-13' },
      warnings: [
        { code: 'unsure', message: 'نص', paragraph: 'A-CONF.192-MGE-2011-1:2' },
        { code: 'b', message: 'c' },
      ],
      repairs: { words: 1, doubtful: 1 },
    },
  );
  parsed.repairs = [
    { ordinal: 2, start: 0, end: 3, text: 'عقد', raw: 'دقع', kinds: ['run_order'], doubtful: true },
  ];
  return parsed;
};

describe('what is put is read back', () => {
  test('every field of a report, its paragraphs and repairs', () => {
    const store = newStore();
    const parsed = full();
    expect(store.put(parsed).outcome).toBe('added');
    const reader = store.snapshot();
    expect(reader.report(parsed.report.id)).toEqual(parsed.report);
    expect(reader.paragraphs(parsed.report.id).map(({ row: _, ...rest }) => rest)).toEqual(parsed.paragraphs);
    expect(reader.repairs(parsed.report.id)).toEqual(parsed.repairs);
    expect(store.verify()).toEqual([]);
  });

  test('NUL and lone surrogates become U+FFFD and offsets stay', () => {
    const store = newStore();
    const parsed = makeReport('X', ['أ\0ب \ud800 ج 😀']);
    store.put(parsed);
    expect(store.snapshot().paragraph('X:1')?.text).toBe('أ\ufffdب \ufffd ج 😀');
    expect(store.put(parsed).outcome).toBe('unchanged');
    expect(store.verify()).toEqual([]);
  });

  test('paragraphs by id, in the requested order, without unknown ones', () => {
    const store = newStore();
    store.put(makeReport('X', ['أ', 'ب', 'ج']));
    const reader = store.snapshot();
    expect(
      reader.paragraphsById(['X:3', 'Y:1', 'X:9', 'X', ':1', 'X:01', 'X:1']).map(({ text }) => text),
    ).toEqual(['ج', 'أ']);
    const rows = reader.paragraphs('X').map(({ row }) => row);
    expect(reader.paragraphsByRow([rows[2]!, 999, rows[0]!]).map(({ text }) => text)).toEqual(['ج', 'أ']);
    expect([rows[2]!, 999].map((row) => reader.textByRow(row))).toEqual(['ج', null]);
    expect(reader.report('Y')).toBeNull();
    expect(reader.paragraphs('Y')).toEqual([]);
  });

  test('rows under a heading', () => {
    const store = newStore();
    store.put(full());
    const reader = store.snapshot();
    const rows = reader.paragraphs('A-CONF.192-MGE-2011-1').map(({ row }) => row);
    expect(reader.rowsUnder((path) => path.includes('أولا')).sort()).toEqual(rows.slice(1));
    expect(reader.rowsUnder((path) => path.includes('ألف'))).toEqual(rows.slice(2));
    expect(reader.rowsUnder((path) => path.length === 0)).toEqual(rows.slice(0, 1));
  });
});

describe('put and remove', () => {
  test('unchanged if only the time of ingest differs; every other field makes it an update', () => {
    const store = newStore();
    store.put(full());
    const later = full();
    later.report.ingested_at = '2025-01-01T00:00:00.000Z';
    expect(store.put(later).outcome).toBe('unchanged');
    expect(store.epoch()).toBe(1);
    const changes: ((parsed: ReturnType<typeof full>) => void)[] = [
      (p) => {
        p.report.title = 'آخر';
      },
      (p) => {
        p.report.year = 2012;
      },
      (p) => {
        p.report.source.sha256 = '1'.repeat(64);
      },
      (p) => {
        p.report.source.layer = 'visual';
      },
      (p) => {
        p.report.warnings = [];
      },
      (p) => {
        p.report.date = null;
      },
      (p) => {
        p.paragraphs[1]!.text += '.';
      },
      (p) => {
        p.paragraphs[1]!.path = [];
      },
      (p) => {
        p.paragraphs[2]!.references = [];
      },
      (p) => {
        p.paragraphs[2]!.label = '(ب)';
      },
      (p) => {
        p.repairs[0]!.doubtful = false;
      },
    ];
    changes.forEach((change, index) => {
      const parsed = full();
      change(parsed);
      expect(store.put(parsed).outcome, `change ${index}`).toBe('updated');
      expect(store.put(full()).outcome).toBe('updated');
    });
    expect(store.epoch()).toBe(1 + 2 * changes.length);
    expect(store.verify()).toEqual([]);
  });

  test('rows stay until a report is replaced and are never used again', () => {
    const store = newStore();
    store.put(makeReport('X', ['أ', 'ب']));
    store.put(makeReport('Y', ['أ']));
    const before = store.snapshot();
    const [x, y] = [before.paragraphs('X'), before.paragraphs('Y')].map((list) => list.map(({ row }) => row));
    store.put(makeReport('X', ['أ', 'ت']));
    store.remove('Y');
    store.put(makeReport('Y', ['أ']));
    const after = store.snapshot();
    const rows = [...after.paragraphs('X'), ...after.paragraphs('Y')].map(({ row }) => row);
    expect(rows.filter((row) => x!.includes(row) || y!.includes(row))).toEqual([]);
    expect(before.paragraphs('X').map(({ text }) => text)).toEqual(['أ', 'ب']);
  });

  test('each report once in the changes, with its last operation, oldest first', () => {
    const store = newStore();
    store.put(makeReport('X', ['أ']));
    store.put(makeReport('Y', ['أ']));
    store.put(makeReport('X', ['ب']));
    expect(store.remove('Y')).toBe(true);
    expect(store.remove('Y')).toBe(false);
    expect(store.changesSince(0)).toEqual([
      { epoch: 3, report: 'X', op: 'put' },
      { epoch: 4, report: 'Y', op: 'remove' },
    ]);
    expect(store.changesSince(3)).toEqual([{ epoch: 4, report: 'Y', op: 'remove' }]);
    expect(store.changesSince(4)).toEqual([]);
  });

  test.each([
    [
      'count',
      (p: ReturnType<typeof full>) => {
        p.report.paragraphs = 9;
      },
      'paragraph_count',
    ],
    [
      'words',
      (p: ReturnType<typeof full>) => {
        p.report.words = 9;
      },
      'word_count',
    ],
    [
      'ordinal',
      (p: ReturnType<typeof full>) => {
        p.paragraphs[1]!.ordinal = 7;
      },
      'ordinal',
    ],
    [
      'id',
      (p: ReturnType<typeof full>) => {
        p.paragraphs[1]!.id = 'X:2';
      },
      'paragraph_id',
    ],
    [
      'parent',
      (p: ReturnType<typeof full>) => {
        p.paragraphs[2]!.parent = 'X:2';
      },
      'parent',
    ],
    [
      'reference',
      (p: ReturnType<typeof full>) => {
        p.paragraphs[2]!.references[0]!.end = 99;
      },
      'offset',
    ],
    [
      'repair',
      (p: ReturnType<typeof full>) => {
        p.repairs[0]!.start = -1;
      },
      'offset',
    ],
    [
      'repaired paragraph',
      (p: ReturnType<typeof full>) => {
        p.repairs[0]!.ordinal = 9;
      },
      'repair',
    ],
    [
      'report id',
      (p: ReturnType<typeof full>) => {
        p.report.id = 'a/b';
      },
      'report_id',
    ],
  ])('a report with an invalid %s is refused, and the old one kept', (_, breakIt, code) => {
    const store = newStore();
    store.put(full());
    const broken = full();
    breakIt(broken);
    expect(() => store.put(broken)).toThrow(code);
    expect(store.epoch()).toBe(1);
    expect(store.snapshot().paragraphs(full().report.id)).toHaveLength(3);
  });
});

describe('order and filters', () => {
  test('dated ones first, by first day, otherwise year, then by symbol; undated ones last', () => {
    const store = newStore();
    const at = (from: string) => ({ year: Number(from.slice(0, 4)), date: { from, to: from } });
    store.put(makeReport('U2', ['أ']));
    store.put(makeReport('U1', ['أ']));
    store.put(makeReport('C', ['أ'], at('2012-03-01')));
    store.put(makeReport('B', ['أ'], at('2012-03-01')));
    store.put(makeReport('Y', ['أ'], { year: 2012 }));
    store.put(makeReport('A', ['أ'], at('2014-01-01')));
    store.put(makeReport('Z', ['أ'], at('2008-01-01')));
    const reader = store.snapshot();
    const order = ['Z', 'Y', 'B', 'C', 'A', 'U1', 'U2'];
    expect(reader.reports().map(({ id }) => id)).toEqual(order);
    expect([...reader.scan()].map(({ report }) => report)).toEqual(order);
  });

  test('by series, body, years, language and id', () => {
    const store = newStore();
    store.put(makeReport('A', ['أ'], { series: 's', body: 'b', year: 2008 }));
    store.put(makeReport('B', ['أ'], { series: 's', year: 2010 }));
    store.put(makeReport('C', ['أ'], { series: 't', year: 2012 }));
    store.put(makeReport('D', ['a'], { language: 'en' }));
    const ids = (filter: Parameters<ReturnType<typeof store.snapshot>['reports']>[0]) =>
      store
        .snapshot()
        .reports(filter)
        .map(({ id }) => id);
    expect(ids({ series: 's' })).toEqual(['A', 'B']);
    expect(ids({ body: 'b' })).toEqual(['A']);
    expect(ids({ year_from: 2010 })).toEqual(['B', 'C']);
    expect(ids({ year_to: 2010, series: 's' })).toEqual(['A', 'B']);
    expect(ids({ language: 'en' })).toEqual(['D.en']);
    expect(ids({ report: ['C', 'A', 'none'] })).toEqual(['A', 'C']);
    expect(ids({ report: [] })).toEqual([]);
    expect(ids({ series: undefined })).toEqual(['A', 'B', 'C', 'D.en']);
  });
});

describe('epochs and snapshots', () => {
  test('a snapshot does not see later changes; the next one does', () => {
    const store = newStore();
    const empty = store.snapshot();
    expect(empty.epoch).toBe(0);
    store.put(makeReport('X', ['أ']));
    const first = store.snapshot();
    store.put(makeReport('X', ['ب', 'ج']));
    store.put(makeReport('Y', ['د']));
    expect(empty.reports()).toEqual([]);
    expect(first.epoch).toBe(1);
    expect([...first.scan()].map(({ text }) => text)).toEqual(['أ']);
    expect(store.snapshot().epoch).toBe(3);
    expect(store.epoch()).toBe(3);
  });

  test('a closed snapshot says so, and the others still work', () => {
    const store = newStore();
    store.put(makeReport('X', ['أ']));
    const one = store.snapshot();
    const two = store.snapshot();
    one.close();
    one.close();
    store.put(makeReport('X', ['ب']));
    const three = store.snapshot();
    expect(() => one.reports()).toThrow('closed');
    expect(two.paragraph('X:1')?.text).toBe('أ');
    expect(three.paragraph('X:1')?.text).toBe('ب');
  });

  test.skipIf(!existsSync('/proc/self/fd'))(
    'snapshots opened and closed again and again use no more files',
    () => {
      const store = newStore();
      store.put(makeReport('X', ['أ']));
      const files = () => readdirSync('/proc/self/fd').length;
      store.snapshot().close();
      const before = files();
      for (let n = 0; n < 100; n += 1) {
        const snapshot = store.snapshot();
        snapshot.paragraphs('X');
        snapshot.close();
      }
      expect(files() - before).toBeLessThan(10);
    },
  );

  test('another connection to the same folder sees and makes changes', () => {
    const folder = temporaryFolder();
    const one = openStore(folder);
    const two = openStore(folder);
    afterTest(() => one.close());
    afterTest(() => two.close());
    one.put(makeReport('X', ['أ']));
    expect(two.epoch()).toBe(1);
    two.put(makeReport('Y', ['أ']));
    expect(one.epoch()).toBe(2);
    expect(one.snapshot().reports()).toHaveLength(2);
    expect(one.storeId).toBe(two.storeId);
  });

  test('notes are kept and do not change the epoch', () => {
    const folder = temporaryFolder();
    const store = openStore(folder);
    expect(store.getNote('a')).toBeNull();
    store.setNote('a', '1');
    store.setNote('a', '2');
    store.close();
    const again = openStore(folder);
    afterTest(() => again.close());
    expect(again.getNote('a')).toBe('2');
    expect(again.epoch()).toBe(0);
  });
});
