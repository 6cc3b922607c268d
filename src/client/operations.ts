/** The API's operations. Made from the OpenAPI document by `npx tsx scripts/generate.ts`; not written by hand. */

export interface Operation {
  method: string;
  path: string;
  /** The form of the request body; without it, everything is sent in the address. */
  body?: 'json' | 'form';
  /** The list in the answer that `limit` and `offset` page. */
  list?: string;
}

export const table = {
  addReport: { method: 'POST', path: '/v1/reports', body: 'form' },
  collate: { method: 'GET', path: '/v1/collate' },
  compare: { method: 'GET', path: '/v1/compare' },
  healthz: { method: 'GET', path: '/healthz' },
  metrics: { method: 'GET', path: '/metrics' },
  paragraph: { method: 'GET', path: '/v1/paragraphs/{id}' },
  paragraphSimilar: { method: 'GET', path: '/v1/paragraphs/{id}/similar' },
  phrases: { method: 'GET', path: '/v1/phrases', list: 'concordance' },
  readyz: { method: 'GET', path: '/readyz' },
  references: { method: 'GET', path: '/v1/references', list: 'items' },
  removeReport: { method: 'DELETE', path: '/v1/reports/{id}' },
  report: { method: 'GET', path: '/v1/reports/{id}' },
  reportDropped: { method: 'GET', path: '/v1/reports/{id}/dropped', list: 'phrases' },
  reportNovelty: { method: 'GET', path: '/v1/reports/{id}/novelty' },
  reportOriginal: { method: 'GET', path: '/v1/reports/{id}/original' },
  reportParagraphs: { method: 'GET', path: '/v1/reports/{id}/paragraphs', list: 'items' },
  reportRecurring: { method: 'GET', path: '/v1/reports/{id}/recurring', list: 'phrases' },
  reportReferences: { method: 'GET', path: '/v1/reports/{id}/references', list: 'items' },
  reportRepairs: { method: 'GET', path: '/v1/reports/{id}/repairs', list: 'items' },
  reportVariants: { method: 'GET', path: '/v1/reports/{id}/variants', list: 'paragraphs' },
  reports: { method: 'GET', path: '/v1/reports', list: 'items' },
  search: { method: 'GET', path: '/v1/search', list: 'hits' },
  series: { method: 'GET', path: '/v1/series', list: 'items' },
  similarText: { method: 'POST', path: '/v1/similar', body: 'json' },
  threads: { method: 'GET', path: '/v1/threads', list: 'threads' },
  trends: { method: 'GET', path: '/v1/trends' },
  wording: { method: 'GET', path: '/v1/wording' },
} as const satisfies Record<string, Operation>;
