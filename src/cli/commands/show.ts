/** `siyagha show REPORT`: one report with its paragraphs, some of its paragraphs, or its repaired words. */
import type { z } from '@hono/zod-openapi';
import type { Command } from 'commander';
import {
  type bodies,
  cases,
  checkParameters,
  paragraphRow,
  type UseCase,
  type View,
} from '../../collection/index.ts';
import { withCollection } from '../collection.ts';
import { flagFor } from '../flag.ts';
import { addForms, type FormOptions, inForm } from '../form.ts';
import * as text from '../text/index.ts';

const { id: _, ...choosing } = cases.paragraphs.params.shape;

type Options = FormOptions & { repairs?: boolean } & { [name in keyof typeof choosing]?: string };

export function show(program: Command): void {
  const command = program
    .command('show <REPORT>')
    .description('One report with its paragraphs, or some of them')
    .option('--repairs', 'show every repaired word instead, with the letters in the file');
  for (const [name, parameter] of Object.entries(choosing)) command.addOption(flagFor(name, parameter));
  addForms(command, true);
  command.addHelpText('after', `\n${cases.paragraphs.description}`);
  command.action(async (id: string, options: Options) => {
    const given = Object.fromEntries(
      Object.keys(choosing).map((name) => [name, options[name as keyof typeof choosing]]),
    );
    const paged = { id, limit: given.limit, offset: given.offset };
    const answer = await withCollection((collection) =>
      collection.use(async (view) => {
        if (options.repairs) return asked(view, options, cases.repairs, paged, text.repairs);
        if (Object.keys(choosing).some((name) => command.getOptionValueSource(name) === 'cli'))
          return asked(view, options, cases.paragraphs, { id, ...given }, text.paragraphs);
        const whole = {
          ...cases.report,
          rows: (body: Whole) => paragraphsOf(body).map(paragraphRow),
          columns: cases.paragraphs.columns ?? [],
          lines: paragraphsOf,
        };
        return asked(view, options, whole, { id, paragraphs: 'true' }, text.show);
      }),
    );
    process.stdout.write(answer);
  });
}

type Whole = z.output<typeof cases.report.body>;

/** The rows of one report: its paragraphs. */
function paragraphsOf({ paragraphs }: Whole): z.output<typeof bodies.paragraph>[] {
  return typeof paragraphs === 'number' ? [] : paragraphs;
}

async function asked<P extends z.ZodObject, B extends z.ZodType<object>>(
  view: View,
  options: FormOptions,
  useCase: UseCase<P, B>,
  parameters: Record<string, unknown>,
  print: (body: z.output<B>, view: View) => string,
): Promise<string> {
  const checked = checkParameters(useCase.params, parameters);
  const body = await useCase.run(view, checked);
  return inForm(options, body, useCase, { view, parameters: checked }, (answer) => print(answer, view));
}
