/**
 * A report's metadata: symbol, title, date, year, series, body, language. Values given by hand take precedence over the
 * document, the document over the series catalogue, and the catalogue over the file name.
 */
import { words } from 'arabic-normalizer';
import type { CatalogueMeeting, CatalogueSeries, ReportDate } from '../../report/index.ts';
import type { RawDocument } from '../document.ts';
import { detectLanguage, languageOfName } from '../language.ts';
import { type FoundDate, findDates } from './dates.ts';
import { isDistribution, isReissue } from './front.ts';
import type { Draft, Structured } from './index.ts';
import { isSymbolLine } from './order.ts';
import { sessionNumber } from './session.ts';
import { headingThresholds, metadataThresholds } from './thresholds.ts';

export interface GivenMetadata {
  symbol?: string | undefined;
  title?: string | undefined;
  /** ISO date, or `from/to`. */
  date?: string | undefined;
  year?: number | undefined;
  series?: string | undefined;
  body?: string | undefined;
  language?: string | undefined;
  /** Someone has checked the text: its words count, even if few seem readable. */
  readable?: boolean | undefined;
}

export interface Metadata {
  symbol: string;
  /** Where the symbol came from. */
  symbolSource: 'given' | 'document' | 'catalogue' | 'file';
  title: string;
  date: ReportDate | null;
  session: number | null;
  year: number | null;
  series: string | null;
  body: string | null;
  language: string;
}

const bodies = [
  'الجمعية العامة',
  'مجلس الأمن',
  'المجلس الاقتصادي والاجتماعي',
  'مجلس حقوق الإنسان',
  'مجلس الوصاية',
  'مجلس الوزراء',
];

export function readMetadata(
  document: RawDocument,
  structured: Structured,
  catalogue: readonly CatalogueSeries[],
  given: GivenMetadata,
  file: string,
): Metadata {
  const front = structured.drafts.slice(0, structured.front);
  const titleDraft = front.find((draft) => draft.kind === 'title');
  const title = given.title ?? titleDraft?.text ?? fileTitle(document, structured.drafts);
  const language =
    given.language ??
    (structured.drafts.length > 0
      ? detectLanguage(structured.drafts.map((draft) => draft.text))
      : (document.language ?? languageOfName(file) ?? 'ar'));
  const printed = printedSymbol(
    document,
    front.map((draft) => draft.text),
    catalogue,
  );
  const given1 = given.date === undefined ? null : parseGivenDate(given.date);
  const dates = coverDates(document, structured, front);
  const wanted = given.symbol ?? printed;
  const match = findMeeting(catalogue, given.series, wanted, given1 ?? dates[0] ?? null, title, dates);
  const symbol = visible(wanted ?? match?.meeting.symbol ?? nameWithoutExtension(file));
  const date = given1 ?? toReportDate(dates[0]) ?? meetingDate(match?.meeting);
  const series = given.series ?? match?.series.id ?? seriesByPrefix(catalogue, symbol)?.id ?? null;
  const known = match?.series ?? catalogue.find((one) => one.id === series);
  return {
    symbol,
    symbolSource: given.symbol
      ? 'given'
      : printed
        ? 'document'
        : match?.meeting.symbol
          ? 'catalogue'
          : 'file',
    title: shortened(title.trim()),
    date,
    session: sessionOf(structured, front),
    year:
      given.year ??
      (date ? Number(date.from.slice(0, 4)) : (yearOf(symbol, title) ?? match?.meeting.year ?? null)),
    series,
    body:
      given.body ??
      known?.body ??
      bodies.find((body) => front.some((draft) => draft.text.includes(body))) ??
      null,
    language,
  };
}

/** Without direction marks and control characters, which are often copied together with a symbol. */
const visible = (symbol: string): string => symbol.replace(/[\p{Cf}\p{Cc}]/gu, '').trim();

/** Whether the year is that of the date's first or last day, or between them. */
export function isYearOf(year: number, { from, to }: ReportDate): boolean {
  return Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4));
}

/** `2011-05-09` or `2011-05-09/2011-05-13`; null if it is neither. */
export function parseGivenDate(text: string): ReportDate | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/u.exec(text.trim());
  if (!match) return null;
  const from = match[1]!;
  const to = match[2] ?? from;
  const real = (iso: string) => new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso;
  return real(from) && real(to) && from <= to ? { from, to } : null;
}

/** A symbol that is alone in a page header or footer or on the cover; one of a known series first. */
function printedSymbol(
  document: RawDocument,
  front: readonly string[],
  catalogue: readonly CatalogueSeries[],
): string | null {
  const lines = [...document.furniture, ...front].flatMap((text) => text.split(/\n|\t| {2,}/u));
  const found: string[] = [];
  for (const line of lines) {
    const text = line.trim().replace(/^\(|[*)]+$/gu, '');
    if (isSymbolLine(text)) found.push(text);
    else {
      const inside = /(?:^|\s)(\p{Lu}{1,6}(?:\/[\p{Lu}\p{N}.()-]+)+)(?=\s|$)/u.exec(text);
      if (inside && text.split(/\s+/u).length <= metadataThresholds.symbolWords) found.push(inside[1]!);
    }
  }
  return found.find((symbol) => seriesByPrefix(catalogue, symbol)) ?? found[0] ?? null;
}

const openingParagraphs = ({ drafts, front }: Structured): Draft[] =>
  drafts.slice(front).filter((draft) => draft.kind === 'paragraph');

/** The text used for want of a title may be an entire paragraph. */
function shortened(title: string): string {
  const { titleLetters } = headingThresholds;
  if (title.length <= titleLetters) return title;
  return `${title.slice(0, titleLetters).replace(/\s+\S*$/u, '')}…`;
}

/** Names that programs and templates give; none of their words is the report's. */
const programTitle =
  /^(?:microsoft word|untitled|document|presentation|template|normal|layout|مستند|بدون عنوان|قالب)|\.(?:docx?|dot[xm]?|pdf|rtf|odt|indd|qxd|wpd|txt|html?)$/iu;

/** The title in the file's metadata, if the text has it too or there is nothing else. */
function fileTitle({ title = '' }: RawDocument, drafts: readonly Draft[]): string {
  const { titleParagraphs, titleShare, fileTitleWords } = metadataThresholds;
  const first = drafts[0]?.text ?? '';
  if (title === '' || (programTitle.test(title.trim()) && first !== '')) return first;
  const opening = new Set(drafts.slice(0, titleParagraphs).flatMap((draft) => words(draft.text)));
  const own = words(title);
  const said = own.length > 0 && own.filter((word) => opening.has(word)).length >= titleShare * own.length;
  return said || first === '' || own.length >= fileTitleWords ? title : first;
}

/**
 * Dates of the cover: ranges first, then the date of distribution, then others, except that of a reissue. Without any,
 * those of the ranges in the opening paragraphs.
 */
function coverDates(document: RawDocument, structured: Structured, front: readonly Draft[]): FoundDate[] {
  const lines = front
    .filter(({ kind, text }) => kind !== 'footnote' && (isDistribution(text) || !isReissue(text)))
    .map((draft) => draft.text);
  const found = lines.flatMap(findDates);
  const day = distributionDate(lines) ?? distributionDate(document.furniture);
  const cover = [
    ...found.filter((d) => d.from !== d.to),
    ...(day ? [day] : []),
    ...found.filter((d) => d.from === d.to),
  ];
  if (cover.length > 0) return cover;
  const numbered = structured.drafts.some((draft) => draft.number !== null);
  const opening = openingParagraphs(structured).slice(
    0,
    numbered ? metadataThresholds.openingParagraphs : metadataThresholds.openingLines,
  );
  return opening.flatMap((draft) => findDates(draft.text)).filter((date) => date.from !== date.to);
}

/**
 * The date in the block that says how a United Nations document is distributed; it is in English in Arabic documents
 * too.
 */
function distributionDate(lines: readonly string[]): FoundDate | undefined {
  const at = lines.findIndex((line) => isDistribution(line) || /\sDistr\.?\s*:/u.test(line));
  if (at < 0) return undefined;
  return lines.slice(at, at + metadataThresholds.distributionLines).flatMap(findDates)[0];
}

/** The session that the cover names, otherwise the one that the body, in the opening paragraphs, says it held. */
function sessionOf(structured: Structured, front: readonly Draft[]): number | null {
  const { openingParagraphs: opening, sessionWords } = metadataThresholds;
  const held = openingParagraphs(structured)
    .slice(0, opening)
    .filter((draft) => findDates(draft.text).some(({ from, to }) => from !== to));
  // A line of its own or the title; longer lines name sessions other than the report's.
  const cover = front.filter(({ kind, text }) => kind === 'title' || words(text).length <= sessionWords);
  for (const { text } of [...cover, ...held]) {
    const number = sessionNumber(text);
    if (number !== null) return number;
  }
  return null;
}

const toReportDate = (date: FoundDate | undefined): ReportDate | null =>
  date ? { from: date.from, to: date.to } : null;

function meetingDate(meeting: CatalogueMeeting | undefined): ReportDate | null {
  return meeting?.from ? { from: meeting.from, to: meeting.to ?? meeting.from } : null;
}

export function seriesByPrefix(
  catalogue: readonly CatalogueSeries[],
  symbol: string,
): CatalogueSeries | undefined {
  return catalogue.find((series) => series.symbol_prefixes.some((prefix) => symbol.startsWith(prefix)));
}

/** The meeting with this symbol, otherwise the one with the report's dates whose series the title names. */
function findMeeting(
  catalogue: readonly CatalogueSeries[],
  seriesId: string | undefined,
  symbol: string | null,
  date: ReportDate | null,
  title: string,
  dates: readonly FoundDate[],
): { series: CatalogueSeries; meeting: CatalogueMeeting } | null {
  const pairs = catalogue
    .filter((series) => seriesId === undefined || series.id === seriesId)
    .flatMap((series) => series.meetings.map((meeting) => ({ series, meeting })));
  if (symbol !== null) return pairs.find(({ meeting }) => meeting.symbol === symbol) ?? null;
  const sameDates = pairs.filter(({ meeting }) =>
    [date, ...dates].some((d) => d && d.from === meeting.from && d.to === (meeting.to ?? meeting.from)),
  );
  return sameDates.find(({ series }) => seriesId !== undefined || named(series, title)) ?? null;
}

/** Most of the words of the series title are in the report's title. */
function named(series: CatalogueSeries, title: string): boolean {
  const { seriesShare } = metadataThresholds;
  for (const name of [series.title_ar, series.title_en]) {
    const ours = words(name, 'stem');
    const theirs = new Set(words(title, 'stem'));
    if (ours.length > 0 && ours.filter((word) => theirs.has(word)).length >= ours.length * seriesShare)
      return true;
  }
  return false;
}

/** A year between the symbol's slashes (`…/MGE/2011/1`), otherwise after `لسنة` or `عام` in the title. */
function yearOf(symbol: string, title: string): number | null {
  const plausible = (text: string | undefined) => {
    const value = Number(text);
    return value >= 1900 && value <= 2100 ? value : null;
  };
  const inSymbol = /(?:^|[/-])((?:19|20)[0-9]{2})(?=$|[/.-])/u.exec(symbol);
  const inTitle = /(?:لسنة|سنة|لعام|عام)\s+([0-9]{4})/u.exec(title.normalize('NFKC'));
  return plausible(inSymbol?.[1]) ?? plausible(inTitle?.[1]);
}

/** `docs/A-1.ar.txt` → `A-1` */
export function nameWithoutExtension(file: string): string {
  const name = file
    .split(/[\\/]/u)
    .at(-1)!
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '');
  return name.replace(/\.(?:ar|en|fr|es|ru|zh|fa|ur)$/iu, '') || name;
}
