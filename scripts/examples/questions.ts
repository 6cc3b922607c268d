/** The question for each operation's example, in the order asked; they are narrow, so that the answers are readable. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AskedQuestion {
  /** As OpenAPI writes it. */
  path: string;
  /** Parameters, or the fields of the body. */
  asked: Record<string, unknown>;
  /** How it is sent, if not with GET. */
  send?: (
    asked: Record<string, unknown>,
    reports: string,
  ) => { address: string; init: RequestInit & { headers?: Record<string, string> } };
}

const report = 'SRO-C.7-2016-9';
const paragraph = 'SRO-C.7-2016-9:58';

export const questions: Record<string, AskedQuestion> = {
  series: { path: '/v1/series', asked: { limit: 1 } },
  reports: { path: '/v1/reports', asked: { series: 'shared-rivers', year_from: 2016, limit: 1 } },
  report: { path: '/v1/reports/{id}', asked: { id: report } },
  reportParagraphs: { path: '/v1/reports/{id}/paragraphs', asked: { id: report, number: 20 } },
  reportRepairs: { path: '/v1/reports/{id}/repairs', asked: { id: 'SRO-C.7-2012-9', limit: 1 } },
  reportReferences: {
    path: '/v1/reports/{id}/references',
    asked: { id: report, type: 'resolution', limit: 1 },
  },
  reportRecurring: { path: '/v1/reports/{id}/recurring', asked: { id: report, min_words: 8, limit: 1 } },
  reportDropped: { path: '/v1/reports/{id}/dropped', asked: { id: report, limit: 1 } },
  reportNovelty: { path: '/v1/reports/{id}/novelty', asked: { id: report, min_words: 5 } },
  reportVariants: { path: '/v1/reports/{id}/variants', asked: { id: report, with: ['SRO-C.7-2014-9'] } },
  paragraph: { path: '/v1/paragraphs/{id}', asked: { id: paragraph } },
  paragraphSimilar: { path: '/v1/paragraphs/{id}/similar', asked: { id: paragraph, limit: 1 } },
  references: { path: '/v1/references', asked: { type: 'resolution', limit: 1 } },
  search: { path: '/v1/search', asked: { q: '"الدول المشاطئة" بيانات', limit: 1 } },
  phrases: { path: '/v1/phrases', asked: { q: 'الدول المشاطئة', limit: 1 } },
  threads: { path: '/v1/threads', asked: { q: 'مرة كل شهر', year_from: 2014, limit: 1 } },
  trends: { path: '/v1/trends', asked: { q: ['الدول المشاطئة', 'المياه الجوفية'] } },
  compare: {
    path: '/v1/compare',
    asked: { base: report, other: 'SRO-C.7-2018-9', section: 'تبادل البيانات' },
  },
  wording: { path: '/v1/wording', asked: { paragraph } },
  collate: { path: '/v1/collate', asked: { report: [report, 'SRO-C.7-2018-9'], section: 'تبادل البيانات' } },
  healthz: { path: '/healthz', asked: {} },
  readyz: { path: '/readyz', asked: {} },
  similarText: {
    path: '/v1/similar',
    asked: { text: 'تتبادل الدول المشاطئة مرة كل شهر ما لديها من بيانات', limit: 1 },
    send: (asked) => ({
      address: '/v1/similar',
      init: {
        method: 'POST',
        body: JSON.stringify(asked),
        headers: { 'Content-Type': 'application/json' },
      },
    }),
  },
  removeReport: {
    path: '/v1/reports/{id}',
    asked: { id: report },
    send: ({ id }) => ({ address: `/v1/reports/${id}`, init: { method: 'DELETE' } }),
  },
  // Stored once more, because it was removed above.
  addReport: {
    path: '/v1/reports',
    asked: { file: '(the bytes of the file)', symbol: 'SRO/C.7/2016/9', year: 2016 },
    send: ({ symbol, year }, reports) => {
      const body = new FormData();
      body.set('file', new Blob([readFileSync(join(reports, `${report}.docx`))]), `${report}.docx`);
      body.set('symbol', String(symbol));
      body.set('year', String(year));
      return { address: '/v1/reports', init: { method: 'POST', body } };
    },
  },
};
