/** Makes a command from a use case: parameters become arguments and flags, the answer is printed as JSON or text. */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { z } from '@hono/zod-openapi';
import type { Command } from 'commander';
import { checkParameters, type FileForm, invalid, type UseCase, type View } from '../collection/index.ts';
import { withCollection } from './collection.ts';
import { flagFor } from './flag.ts';
import { addForms, type FormOptions, inForm } from './form.ts';
import { inFlags } from './terms.ts';
import { limits } from './text/limits.ts';

export interface Question<B> {
  name: string;
  /** Arguments in order, and how help shows them: `id` as `REPORT`. */
  arguments: readonly { parameter: string; shown: string; optional?: boolean; several?: boolean }[];
  /** Turns given parameters into others, for example a paragraph's id given in place of a phrase. */
  adapt?: (parameters: Record<string, unknown>) => Record<string, unknown>;
  /** Parameters with a fixed value; they get no flag. */
  fixed?: Record<string, unknown>;
  /** The answer as text for people; `view` supplies texts that the body only names by id. */
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
    command.addOption(flagFor(name, schema as z.ZodType));
  }
  addForms(command, useCase.rows !== undefined);
  const forms = Object.keys(useCase.files ?? {});
  if (forms.length > 0)
    command.option(
      '--out <file>',
      `write a document to this file instead (${forms.map((form) => `.${form}`).join(' or ')})`,
    );
  const { description } = useCase;
  if (description) {
    command.addHelpText('after', () => {
      const flags = Object.keys(useCase.params.shape).filter((name) => !positional.has(name));
      const text = inFlags(description, new Set(flags), forms).replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
      const width = command.configureOutput().getOutHelpWidth?.() ?? 80;
      return `\n${command.createHelp().boxWrap(text, width)}`;
    });
  }
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
        const print = (answer: object) => `${question.print(answer as B, view)}${limits(answer)}`;
        process.stdout.write(
          inForm(options as FormOptions, body as object, useCase, { view, parameters }, print),
        );
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

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
