/** A segment as sections of a file: their names, writing them, and opening them again. */
import { type Profile, profiles } from 'arabic-normalizer';
import { LcpIntervals } from '../intervals.ts';
import {
  openWords,
  type SegmentFile,
  type SegmentSource,
  type SegmentTarget,
  SegmentWriter,
  type Values,
  type Width,
  writeWords,
} from '../storage/index.ts';
import { paragraphOf64, type SegmentContent } from './content.ts';
import { SegmentProfile } from './profile.ts';
import { Segment } from './segment.ts';
import { Tokens } from './tokens.ts';

/** Incremented when the meaning of a section, or what a token is, changes. */
export const contentVersion = 2;

/** What a segment was made from; one made from anything else cannot be used. */
export interface SegmentOrigin {
  storeId: string;
  /** A fingerprint of the normaliser's rules and the lexicon. */
  rules: number;
}

/** What a segment file says about itself. */
export interface SegmentFactsOf extends SegmentOrigin {
  content: number;
  /** Random and unique to the segment. */
  name: string;
  /** Ids of its reports. */
  reports: readonly string[];
}

export function factsOf(name: string, reports: readonly string[], origin: SegmentOrigin): SegmentFactsOf {
  return { content: contentVersion, name, reports, storeId: origin.storeId, rules: origin.rules };
}

export function factsOfFile(file: SegmentFile): SegmentFactsOf {
  return file.facts as unknown as SegmentFactsOf;
}

/** Writes a segment with only one profile in memory at a time. If it fails, nothing is left behind. */
export function writeSegment(
  target: SegmentTarget,
  content: SegmentContent,
  facts: SegmentFactsOf,
  done: (profiles: number) => void = () => {},
): SegmentSource {
  const writer = new SegmentWriter(target);
  try {
    const put = (name: string, width: Width, values: Values) =>
      writer.section(name, width, values.length).append(values);
    put('firstOf', 4, content.firstOf);
    put('startOf', 4, content.startOf);
    put('kindOf', 1, content.kindOf);
    put('rowOf', 4, content.rowOf);
    put('tokenStart', 4, content.tokenStart);
    put('paragraphOf64', 4, paragraphOf64(content.tokenStart));
    put('tokens', 4, content.tokens);
    for (const [number, profile] of profiles.entries()) {
      done(number);
      const { words, arrays, forms } = content.profile(profile);
      const { suffixes, rank, lcp, least, counts, reportAt, wordFirst } = arrays();
      const columns: Record<string, Values> = { suffixes, rank, lcp, counts, reportAt, wordFirst };
      for (const [level, values] of least.entries()) columns[`least.${level}`] = values;
      Object.assign(columns, forms ?? {});
      for (const [name, values] of Object.entries(columns))
        put(`${profile}.${name}`, values.BYTES_PER_ELEMENT as Width, values);
      writeWords(writer, `${profile}.words`, words);
    }
    done(profiles.length);
    return writer.finish({ ...facts });
  } catch (error) {
    writer.abort();
    throw error;
  }
}

/** Throws `SegmentFileError` if the file lacks a section. */
export function openSegment(file: SegmentFile): Segment {
  const { name, reports } = factsOfFile(file);
  const whole = (section: string) => {
    const column = file.column(section);
    return Uint32Array.from(column.slice(0, column.length));
  };
  return new Segment({
    name,
    reports,
    firstOf: whole('firstOf'),
    startOf: whole('startOf'),
    kindOf: file.column('kindOf'),
    rowOf: file.column('rowOf'),
    tokenStart: file.column('tokenStart'),
    paragraphOf64: file.column('paragraphOf64'),
    profile: (profile) => openProfile(file, profile),
  });
}

function openProfile(file: SegmentFile, profile: Profile): SegmentProfile {
  const column = (name: string) => file.column(`${profile}.${name}`);
  const least = [];
  for (let level = 0; file.has(`${profile}.least.${level}`); level += 1) least.push(column(`least.${level}`));
  const forms = file.has(`${profile}.forms`)
    ? { ofExact: column('ofExact'), forms: column('forms'), formFirst: column('formFirst') }
    : null;
  return new SegmentProfile({
    profile,
    words: openWords(file, `${profile}.words`),
    tokens: new Tokens(file.column('tokens'), forms?.ofExact ?? null),
    suffixes: column('suffixes'),
    rank: column('rank'),
    intervals: new LcpIntervals(column('lcp'), least),
    counts: column('counts'),
    reportAt: column('reportAt'),
    wordFirst: column('wordFirst'),
    forms,
  });
}
