/** The tools: each is a use case with the parameters an assistant needs, named as in the API. */
import { z } from '@hono/zod-openapi';
import { type BriefCase, cases, checkParameters, type UseCase } from '../collection/index.ts';

interface ToolOf<C extends BriefCase> {
  name: string;
  useCase: C;
  title: string;
  description: string;
  takes: readonly (keyof (typeof cases)[C]['params']['shape'] & string)[];
}

export type Tool = ToolOf<BriefCase>;

const tool = <C extends BriefCase>(written: ToolOf<C>): Tool => written as unknown as Tool;

const scope = ['series', 'report', 'body', 'year_from', 'year_to', 'language'] as const;
const page = ['limit', 'offset'] as const;

export const tools: readonly Tool[] = [
  tool({
    name: 'reports',
    useCase: 'reports',
    title: 'List reports',
    description:
      'The reports of the collection with their ids, symbols and dates, oldest first. Start here: other tools take these ids.',
    takes: [...scope, ...page],
  }),
  tool({
    name: 'series',
    useCase: 'series',
    title: 'List series',
    description:
      'The series of reports, and which of their meetings have no readable report in the collection.',
    takes: page,
  }),
  tool({
    name: 'search',
    useCase: 'search',
    title: 'Search paragraphs',
    description:
      'Paragraphs that contain all these words, best first. "a phrase" in quotation marks must occur word for word, -word ' +
      'excludes, a|b matches either, and in a phrase * stands for any one word. The count is exact.',
    takes: ['q', 'match', ...scope, 'section', 'group', ...page],
  }),
  tool({
    name: 'phrase',
    useCase: 'phrases',
    title: 'Count a phrase',
    description:
      'How often a phrase occurs, exactly: by year, with the words around it and every place where it occurs.',
    takes: ['q', 'match', ...scope, 'section', ...page],
  }),
  tool({
    name: 'threads',
    useCase: 'threads',
    title: 'Follow a phrase through the years',
    description:
      'The statements that contain a phrase, each with its history: how it was worded in every report, what changed from one ' +
      'to the next, and what replaced it where it is gone. The best answer to "how did this change over the years?".',
    takes: ['q', 'match', ...scope, 'gaps', ...page],
  }),
  tool({
    name: 'wording',
    useCase: 'wording',
    title: 'Follow a wording through the years',
    description:
      'For a pasted sentence (q) or a paragraph (its id): the most similar passage in each report, what changed, and what all share.',
    takes: ['q', 'paragraph', ...scope],
  }),
  tool({
    name: 'compare',
    useCase: 'compare',
    title: 'Compare two reports',
    description:
      'Two reports, paragraph by paragraph: what was reworded, added, removed or moved, with the words that differ.',
    takes: ['base', 'other', 'section', 'doubtful'],
  }),
  tool({
    name: 'recurring',
    useCase: 'recurring',
    title: 'Recurring phrases of a report',
    description:
      'The phrases that a report shares with the others of its series: agreed language. The list is complete, the longest first.',
    takes: [
      'id',
      'min_words',
      'min_reports',
      'view',
      'order',
      'returns',
      'with',
      'year_from',
      'year_to',
      ...page,
    ],
  }),
  tool({
    name: 'novelty',
    useCase: 'novelty',
    title: 'What is new in a report',
    description:
      'The paragraphs in which a report says what no earlier report of its series says, with the new words marked.',
    takes: ['id', 'min_words'],
  }),
  tool({
    name: 'report',
    useCase: 'paragraphs',
    title: 'Read a report',
    description:
      "A report's text in reading order, or one paragraph by its printed number, or the text under a heading (section).",
    takes: ['id', 'number', 'part', 'section', 'kind', ...page],
  }),
];

/** For answers that the API does not page: entries to skip first. */
const ownOffset = z
  .int('must be a whole number')
  .min(0, 'must be at least 0')
  .max(1_000_000, 'must be at most 1000000')
  .default(0)
  .describe('How many entries to skip first');

const useCaseOf = ({ useCase }: Tool): UseCase => cases[useCase] as unknown as UseCase;

const isPaged = (tool: Tool): boolean => 'offset' in useCaseOf(tool).params.shape;

function schemaOf(tool: Tool): z.ZodObject {
  const { shape } = useCaseOf(tool).params;
  const taken = Object.fromEntries(tool.takes.map((name) => [name, shape[name]!]));
  return z.strictObject(isPaged(tool) ? taken : { ...taken, offset: ownOffset });
}

export function inputSchema(tool: Tool): { type: 'object'; properties?: Record<string, object> } {
  const schema = z.toJSONSchema(schemaOf(tool), { io: 'input', unrepresentable: 'any', target: 'draft-7' });
  const { $schema: _, ...rest } = schema;
  return { ...rest, type: 'object' } as ReturnType<typeof inputSchema>;
}

export interface Call {
  params: Record<string, unknown>;
  /** Entries of the answer to skip, because the API does not page it. */
  skip: number;
  /** Number of entries before the answer's first. */
  offset: number;
}

/** @throws CollectionError naming every wrong argument */
export function checkCall(tool: Tool, given: Record<string, unknown>): Call {
  checkParameters(schemaOf(tool), given);
  const { offset, ...rest } = given;
  if (!isPaged(tool)) {
    const skip = Number(offset ?? 0);
    return { params: checkParameters(useCaseOf(tool).params, rest), skip, offset: skip };
  }
  const params = checkParameters(useCaseOf(tool).params, given);
  return { params, skip: 0, offset: Number(params.offset ?? 0) };
}
