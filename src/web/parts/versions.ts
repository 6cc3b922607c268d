/** The entries of a wording's history that have a text; all others are gaps. */
import type { Wording } from '../client.ts';
import type { Version } from './history.tsx';

export const versionsOf = ({ versions }: Pick<Wording, 'versions'>): Version[] =>
  versions.flatMap((version) => {
    const { paragraph, text, start } = version;
    return paragraph === null || text === null ? [] : [{ ...version, paragraph, text, start: start ?? 0 }];
  });
