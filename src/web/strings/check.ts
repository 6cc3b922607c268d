/** Words of the draft check. Each [Arabic, English]. */
import { counted, number } from '../language.ts';
import { words } from './words.ts';

export const sayCheck = words({
  title: ['فحص مسودة', 'Draft check'],
  intro: [
    'الصق جملة أو فقرة أو عدة فقرات لترى هل وردت من قبل، ومنذ متى، وفي أي سلسلة، وما أقرب الصيغ إليها وبم تختلف عنها.',
    'Paste a sentence or one or more paragraphs to see whether they occurred before, since when and in which series, and how the nearest wordings differ.',
  ],
  field: ['نص المسودة', 'Text of the draft'],
  check: ['افحص', 'Check'],
  by: ['وحدة الفحص', 'Check by unit'],
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
    "The draft is part of this page's address, so anyone with the link can see it. It comes after the # sign, and browsers do not send that part to any server.",
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
    'جرّب جزءا أقصر منه، أو افحصه جملة جملة، أو في كل السلاسل.',
    'Try a shorter part of it, check by sentence, or check all series.',
  ],
  places: ['مواضعه', 'Places'],
  others: ['صيغ أخرى، الأقرب أولا', 'Other wordings, the nearest first'],
  diffHint: [
    'الفرق بين الصيغة السابقة ونصك: المشطوب ورد فيها دون نصك، وما تحته خط ورد في نصك دونها، والباهت بقية جملتها.',
    'Changes from the earlier wording to yours: what yours leaves out is struck out, what it adds is underlined, and the rest of the earlier sentence is pale.',
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
  reports: ['تقارير ورد فيها بنصه', 'Reports that contain it word for word'],
  firstYear: ['أول سنة', 'First year'],
  lastYear: ['آخر سنة', 'Last year'],
  similarity: ['نسبة التشابه مع أقرب صيغة', 'Similarity of the nearest wording'],
  nearestText: ['أقرب صيغة', 'Nearest wording'],
  nearestIn: ['تقريرها', 'Its report'],
});
