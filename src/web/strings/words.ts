/**
 * A screen's own strings, in their own file so that they load with it:
 * `const say = words({ more: ['المزيد', 'More'] })`.
 */
import { language } from '../language.ts';

/** Each entry is [Arabic, English]; a sentence with values in it is a pair of functions. */
export const words =
  <T extends Readonly<Record<string, readonly [unknown, unknown]>>>(table: T) =>
  <K extends keyof T>(name: K): T[K][0] | T[K][1] =>
    table[name]![language === 'ar' ? 0 : 1];
