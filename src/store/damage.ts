/** Checks whether a report is still what was stored: readable, and unchanged to the letter. */
import type { Statements } from './connection.ts';
import { isDamage } from './errors.ts';
import { Reader } from './reader.ts';
import { contentHash } from './rows.ts';

export const mendDamage =
  'restore a backup ("siyagha restore"), or ingest its original again; "siyagha export --salvage" saves what can be read';

/** Null if the report is what was stored, otherwise what is wrong with it. */
export function damageOf(
  statements: Statements,
  id: string,
  reader: Reader = new Reader(statements),
): string | null {
  try {
    const stored = statements.get('SELECT content FROM report WHERE id = ?').get(id) as { content: string };
    const whole = {
      report: reader.report(id)!,
      paragraphs: reader.paragraphs(id),
      repairs: reader.repairs(id),
    };
    // Being set aside is not part of what was stored.
    const report = { ...whole.report, ...reader.asStored(id) };
    return contentHash({ ...whole, report }) === stored.content
      ? null
      : `${id}: its text is not what was stored; ${mendDamage}`;
  } catch (error) {
    if (!isDamage(error) && !(error instanceof SyntaxError)) throw error;
    return `${id}: cannot be read (${(error as Error).message}); ${mendDamage}`;
  }
}
