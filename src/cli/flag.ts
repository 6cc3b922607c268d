/** A use case's parameter as a command line flag: its values, its default, and whether it can be repeated. */
import { z } from '@hono/zod-openapi';
import { Option } from 'commander';

interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** `year_from` → `year-from` */
export const flagName = (parameter: string): string => parameter.replaceAll('_', '-');

/**
 * `year_from` → `--year-from <number>`. A boolean becomes a bare flag, or `--no-…` if its default is true; a list can
 * be repeated; help shows the values and the default. Values are checked with all the others when the command runs.
 */
export function flagFor(name: string, parameter: z.ZodType): Option {
  const schema = z.toJSONSchema(parameter, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const forms = schema.anyOf ?? [schema];
  const long = flagName(name);
  const { data: otherwise } = parameter.safeParse(undefined);
  if (forms.some((form) => form.type === 'boolean')) {
    const description = schema.description ?? '';
    return otherwise === true
      ? new Option(`--no-${long}`, `do not ${description.charAt(0).toLowerCase()}${description.slice(1)}`)
      : new Option(`--${long}`, description);
  }
  const number = forms.some((form) => form.type === 'integer' || form.type === 'number');
  const option = new Option(`--${long} <${number ? 'number' : 'value'}>`, schema.description);
  const values = forms.flatMap((form) => form.enum ?? form.items?.enum ?? []);
  if (values.length > 0) option.argChoices = [...new Set(values)];
  if (otherwise !== undefined) option.default(otherwise, Array.isArray(otherwise) ? 'none' : undefined);
  if (forms.some((form) => form.type === 'array')) {
    option.argParser((value: string, before: string[] | undefined) =>
      before === undefined || before === otherwise ? [value] : [...before, value],
    );
  }
  return option;
}
