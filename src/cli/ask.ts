/** A command made from a use case: its parameters become arguments and flags, its answer JSON or text. */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { checkParameters, type FileForm, invalid, type UseCase, type View } from '../collection/index.ts';
import { withCollection } from './collection.ts';

export interface Question<B> {
  name: string;
  /** Arguments in order: `id` as `REPORT`; a name that ends in `...` takes several values. */
  arguments: readonly { parameter: string; shown: string; optional?: boolean; several?: boolean }[];
  /** Parameters that stand for others, for example a paragraph's id given where a phrase may stand. */
  adapt?: (parameters: Record<string, unknown>) => Record<string, unknown>;
  /** Parameters that are always given so, and no flag. */
  fixed?: Record<string, unknown>;
  /** Text for people; the view for texts that the body only names. */
  print(body: B, view: View): string;
}

/** Adds the command. The types of the body are those of the use case. */
export function ask<B>(program: Command, useCase: UseCase, question: Question<B>): void {
  const command = program.command(question.name).description(useCase.summary);
  const positional = new Set(question.arguments.map((argument) => argument.parameter));
  for (const { shown, optional, several } of question.arguments) {
    const dots = several ? '...' : '';
    command.argument(optional ? `[${shown}${dots}]` : `<${shown}${dots}>`);
  }
  for (const [name, schema] of Object.entries(useCase.params.shape)) {
    if (positional.has(name) || question.fixed?.[name] !== undefined) continue;
    command.addOption(flagFor(name, schema));
  }
  command.option('--json', 'print the body that the API gives');
  const forms = Object.keys(useCase.files ?? {});
  if (forms.length > 0)
    command.option('--out <file>', `write a document instead: ${forms.join(' or ')} by its extension`);
  if (useCase.description) command.addHelpText('after', `\n${useCase.description}`);
  command.action(async (...given: unknown[]) => {
    const options = given[question.arguments.length] as Record<string, unknown>;
    const raw: Record<string, unknown> = { ...question.fixed };
    question.arguments.forEach(({ parameter }, place) => {
      raw[parameter] = given[place];
    });
    for (const name of Object.keys(useCase.params.shape)) {
      if (!positional.has(name)) raw[name] ??= options[camel(name)];
    }
    const parameters = checkParameters(useCase.params, question.adapt ? question.adapt(raw) : raw);
    await withCollection((collection) =>
      collection.use(async (view) => {
        const body = await useCase.run(view, parameters);
        if (typeof options.out === 'string') {
          await writeFile(options.out, await formOf(useCase, options.out).write(view, parameters, body));
          return;
        }
        const text = options.json ? JSON.stringify(body) : question.print(body as B, view);
        process.stdout.write(`${text}\n`);
      }),
    );
  });
}

function formOf(useCase: UseCase, file: string): FileForm {
  const form = useCase.files?.[extname(file).slice(1).toLowerCase()];
  if (form) return form;
  const known = Object.keys(useCase.files ?? {}).map((name) => `.${name}`);
  throw invalid('--out', `the file's name must end in ${known.join(' or ')}`);
}

type Parameter = UseCase['params']['shape'][string] & {
  description?: string;
  safeParse(value: unknown): { success: boolean; data?: unknown };
};

/** `year_from` → `--year-from VALUE`; a parameter that takes true/false is a bare flag, a list can be repeated. */
function flagFor(name: string, schema: unknown): Option {
  const parameter = schema as Parameter;
  const long = `--${name.replaceAll('_', '-')}`;
  const description = parameter.description ?? '';
  if (parameter.safeParse('true').data === true) {
    // What is on unless it is turned off has a flag that turns it off.
    const off = parameter.safeParse(undefined).data === true;
    return new Option(off ? long.replace('--', '--no-') : long, description);
  }
  const option = new Option(`${long} <value>`, description);
  if (Array.isArray(parameter.safeParse(['a']).data)) {
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  }
  return option;
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
