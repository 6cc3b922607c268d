/** Words of the draft check. Each [Arabic, English]. */
import { counted, number } from '../language.ts';
import { words } from './words.ts';

export const sayCheck = words({
  title: ['فحص مسودة', 'Draft check'],
  intro: [
    'الصق جملة أو فقرة أو عدة فقرات لترى هل وردت من قبل، ومنذ متى، وفي أي سلسلة، وأقرب ما ورد إليها وبم يختلف عنها.',
    'Paste a sentence, a paragraph or several, and see whether they were said before, since when and in which series, and the nearest wordings with what differs.',
  ],
  field: ['نص المسودة', 'Text of the draft'],
  check: ['افحص', 'Check'],
  by: ['وحدة الفحص', 'Unit of the check'],
  paragraph: ['فقرة فقرة', 'By paragraph'],
  sentence: ['جملة جملة', 'By sentence'],
  exampleAgreed: ['صيغة متفق عليها: تتكرر في التقارير', 'Agreed language: it recurs in the reports'],
  exampleDropped: ['صيغة سقطت: لم ترد في أحدث تقرير', 'Dropped language: gone from the newest report'],
  exampleNew: ['صيغة جديدة في أحدث تقرير', 'Language that is new in the newest report'],
  examples: ['أمثلة من المجموعة', 'Examples from the collection'],
  damaged: [
    'العنوان ناقص فلا يُقرأ نص المسودة منه. الصق النص من جديد.',
    'Part of the address is missing, so the draft cannot be read from it. Paste the text again.',
  ],
  tooLong: [
    (length: number, most: number) =>
      `عدد حروف النص ${number(length)}، والحد الأقصى للفحص الواحد ${number(most)}. الصق جزءا منه، أو أضفه تقريرا وقارنه بغيره.`,
    (length: number, most: number) =>
      `The text has ${number(length)} characters; one check takes at most ${number(most)}. Paste a part of it, or add it as a report and compare it with others.`,
  ],
  noWords: ['ليس في هذا النص كلمات.', 'There are no words in this text.'],
  inAddress: [
    'المسودة محفوظة في عنوان هذه الصفحة، فمن يفتح الرابط يراها. وهي في الجزء الذي يلي العلامة #، وهذا الجزء لا يرسله المتصفح إلى أي خادم.',
    "The draft is kept in this page's address, so a link carries it. It stands after the # sign, and browsers send that part to no server.",
  ],
  longAddress: [
    (length: number) => `عدد حروف العنوان ${number(length)}، وبعض برامج البريد يقطع ما زاد على 2,000.`,
    (length: number) =>
      `The address is ${number(length)} characters long; some mail programs cut anything over 2,000.`,
  ],
  progress: [
    (done: number, all: number) => `فُحص ${number(done)} من ${number(all)}`,
    (done: number, all: number) => `${number(done)} of ${number(all)} checked`,
  ],
  sumVerbatim: ['ورد بنصه', 'word for word'],
  sumNear: ['له صيغة قريبة', 'with a near wording'],
  sumNone: ['بلا سابقة قريبة', 'without a near precedent'],
  verbatimIn: [
    (reports: number) => `ورد بنصه في ${counted(reports, 'report', 'after')}`,
    (reports: number) => `Word for word in ${counted(reports, 'report')}`,
  ],
  since: ['منذ', 'since'],
  last: ['وآخرها', 'last in'],
  nearest: [
    (share: string) => `لم يرد بنصه، وأقرب صيغة إليه تشبهه بنسبة ${share}`,
    (share: string) => `Not word for word; the nearest wording is ${share} alike`,
  ],
  far: [
    (share: string) => `لا سابقة قريبة: أقرب ما ورد إليه يشبهه بنسبة ${share}`,
    (share: string) => `No near precedent: the nearest is ${share} alike`,
  ],
  nothing: ['لم يرد، ولم يرد ما يشبهه', 'Neither this nor anything like it occurs'],
  tryShorter: [
    'جرّب جزءا أقصر منه، أو الفحص جملة جملة، أو كل السلاسل.',
    'Try a shorter part of it, checking by sentence, or all series.',
  ],
  places: ['مواضعه', 'Places'],
  others: ['صيغ أخرى، الأقرب أولا', 'Other wordings, the nearest first'],
  diffHint: [
    'الفرق من الصيغة السابقة إلى نصك: المشطوب ورد فيها دون نصك، وما تحته خط في نصك دونها، والباهت بقية جملتها.',
    'From the earlier wording to yours: struck out what yours leaves out, underlined what yours adds, pale the rest of the earlier sentence.',
  ],
  likeness: [(share: string) => `نسبة التشابه ${share}`, (share: string) => `${share} alike`],
  history: ['تاريخها', 'Its history'],
  sides: ['جنبا إلى جنب', 'Side by side'],
  yours: ['نصك', 'Your text'],
  theirs: ['الصيغة السابقة', 'The earlier wording'],
  inContext: ['في سياقاته', 'In context'],
  everySeries: ['افحصه في كل السلاسل', 'Check it in all series'],
  outside: ['تقارير خارج السلاسل', 'Reports outside the series'],
  result: ['النتيجة', 'Result'],
  reports: ['تقارير ورد فيها بنصه', 'Reports with it word for word'],
  firstYear: ['أول سنة', 'First year'],
  lastYear: ['آخر سنة', 'Last year'],
  similarity: ['نسبة التشابه مع أقرب صيغة', 'Likeness of the nearest'],
  nearestText: ['أقرب صيغة', 'Nearest wording'],
  nearestIn: ['تقريرها', 'Its report'],
});
