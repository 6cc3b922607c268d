/**
 * What counting cannot tell: short function words, and words whose first letter looks like a clitic or an article in
 * every text. In folded form.
 */

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Two-letter words that take a clitic (ومن, لان, بكل). The lexicon has no other words of two letters. */
export const SHORT_WORDS: ReadonlySet<string> = new Set(
  list('من في ان ما لا لم لن قد كل اي او عن مع هل اذ ذا حق يد ضد شك'),
);

/** Only و and ف precede these: after ب ل ك the letters are a pronoun (لهم) or part of the word. */
export const SHORT_AFTER_CONJUNCTION: ReadonlySet<string> = new Set(
  list('هو هي هم في لم لن قد هل اذ او تم ثم لو'),
);

/** Complete words, although what follows their first letter is a word too. */
export const WHOLE: ReadonlySet<string> = new Set(
  list(`
    كان كانت كانوا كانا كما كلما كذلك كله كلها كلهم كلا كلتا كلاهما كيف كيفيه كاف كافه كل كم كي
    لكن لكنه لكنها لكنهم لدي لديه لديها لديهم ليس ليست ليسوا لعل لولا لذا له لها لهم لهما لنا لك
    بين بينها بينهم بينهما بينه بيننا بينما بعد بعدها بعده بعض بعضها بعضهم بعضا بيد به بها بهم بهما بنا بلي
    فيه فيها فيهم فيهما فيما فقط فوق فور فورا فضلا فعلا فعليا كندا كمال كذا فلوس
    وفقا وفق وحده وحدها وحدهم وراء وسط وقت وقتءذ ورد وردت وجد وجدت
    الي الا الان الذي التي الذين اللذان اللذين اللتان اللتين اللاتي اللواتي الله اليه اليها اليهم اليهما الينا
    الف الفي الفا الم اليكم التزم التزمت التمس التمست الحاح الحاحا الاسكا واضعا واضعين الغي الغيت القي القت القيت الزم الزمت المانيا البانيا الاف
  `),
);

/** A clitic and a word, although the two together are a word too, or look like one. */
export const CLITIC_AND_WORD: ReadonlySet<string> = new Set(
  list(`
    بان لان وان فان ومن وفي وقد فقد وما فما بما لما ولا فلا بلا ولم فلم ولن فلن وهو وهي وهم فهو فهي واي باي لاي كاي فاي
    وكل فكل لكل بكل وعن ومع بموجب بواسطه بشان بصفه بصفته بصفتها بغيه بغير بدون بعدم لعدم والي والا والان
    وكان وكانت وكما وليس ولكن وبعد وبين وكذلك ولدي وبعض وفيما وفقط وكله وكلها وتم وثم ولو فتم
    الاتي الاتيه الاتون الاتين المين المها
  `),
);
