/** A series' name in the reader's language. */
import type { Series } from '../client.ts';
import { language } from '../language.ts';

export const seriesTitle = ({ title, title_en }: Pick<Series, 'title' | 'title_en'>): string =>
  language === 'ar' ? title : (title_en ?? title);
