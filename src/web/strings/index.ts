/** What the dashboard says, in Arabic and English. */
import { language } from '../language.ts';
import { compare } from './compare.ts';
import { frame } from './frame.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';

const strings = { ...frame, ...search, ...reports, ...compare };

export type Word = keyof typeof strings;

export const say = (word: Word): string => strings[word][language === 'ar' ? 0 : 1];
