/** Every question the API answers: path → use case. The server, OpenAPI and the typed client are made from it. */
import * as cases from '../collection/cases/index.ts';

export const routes = {
  '/v1/series': cases.series,
  '/v1/reports': cases.reports,
  '/v1/reports/:id': cases.report,
  '/v1/reports/:id/paragraphs': cases.paragraphs,
  '/v1/reports/:id/repairs': cases.repairs,
  '/v1/reports/:id/references': cases.reportReferences,
  '/v1/reports/:id/recurring': cases.recurring,
  '/v1/reports/:id/dropped': cases.dropped,
  '/v1/reports/:id/novelty': cases.novelty,
  '/v1/reports/:id/variants': cases.variants,
  '/v1/paragraphs/:id': cases.paragraph,
  '/v1/paragraphs/:id/similar': cases.similar,
  '/v1/references': cases.references,
  '/v1/search': cases.search,
  '/v1/phrases': cases.phrases,
  '/v1/threads': cases.threads,
  '/v1/trends': cases.trends,
  '/v1/compare': cases.compare,
  '/v1/wording': cases.wording,
  '/v1/collate': cases.collate,
} as const;

export type Routes = typeof routes;
