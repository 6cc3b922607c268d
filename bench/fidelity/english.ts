/** English paragraphs for pages in two languages, made from our own phrases: the same each time, no two alike. */

const subjects = [
  'The Committee',
  'The competent authority',
  'Each municipality',
  'The owner of a garden',
  'The Minister or a person authorised by him',
  'The council of the village',
  'Every member of the association',
];
const verbs = [
  'shall supervise the public orchards',
  'shall keep a register of wells and channels',
  'may grant a licence for the planting of trees',
  'shall distribute the water equally among the gardens',
  'shall submit a written report on the harvest',
  'may exempt small fields from the fee',
  'shall maintain the roads that lead to the springs',
  'shall train the guards of the forests',
];
const ends = [
  'in accordance with Article 12 of this Law',
  'within thirty days of the date of notification',
  'before the end of the month of March in every year',
  'unless the regulations provide otherwise',
  'after consulting the farmers of the district (see Annex 2)',
  'provided that the cost does not exceed 5,000 dirhams',
  'and shall publish the decision in the Official Gazette, No. 47',
];

export function englishTexts(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const sentences = Array.from({ length: 1 + (i % 3) }, (_, k) => {
      const at = i * 3 + k * 5;
      const [subject, verb, end] = [subjects[at % 7]!, verbs[(at + i) % 8]!, ends[(at + (i >> 1)) % 7]!];
      return `${subject} ${verb} ${end}.`;
    });
    return `Article ${i + 1}: ${sentences.join(' ')}`;
  });
}
