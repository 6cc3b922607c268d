/**
 * Questions about the federal decrees of ../shared/data, each about one decree or a few, judged by hand from their
 * subjects. What a decree decides or is about (its subject, its approving article) is a 3, any other line of the same
 * decree with the words a 1; lines of other decrees are a 0. Identifiers are the data's own; this file contains no text
 * of it.
 */

export interface JudgedDecree {
  q: string;
  match?: 'stem';
  /** Ids of the decrees that were asked for. */
  decrees: readonly string[];
  why: string;
}

export const judgedDecrees: readonly JudgedDecree[] = [
  { q: 'الازدواج الضريبي فنلندا', decrees: ['decree-23-1997'], why: 'the tax treaty with one country' },
  { q: 'الازدواج الضريبي كوريا', decrees: ['decree-30-2004'], why: 'the tax treaty with one country' },
  {
    q: 'الازدواج الضريبي غينيا',
    decrees: ['decree-50-2012'],
    why: 'not the investment treaty with another Guinea',
  },
  { q: 'الازدواج الضريبي ايرلندا', decrees: ['decree-66-0'], why: 'spelled أيرلندا and إيرلندا elsewhere' },
  { q: 'جامعة الخليج العربي', decrees: ['decree-92-1980'], why: 'the founding of the university' },
  { q: 'تسليم المجرمين بيلاروسيا', decrees: ['decree-112-2015'], why: 'extradition, not legal assistance' },
  {
    q: 'المساعدة القانونية بيلاروسيا',
    decrees: ['decree-108-2015'],
    why: 'legal assistance, not extradition',
  },
  { q: 'الأنواع المهاجرة', decrees: ['decree-155-2015'], why: 'the convention on migratory species' },
  {
    q: 'النفايات الخطرة النقل البحري',
    match: 'stem',
    decrees: ['decree-77-2005'],
    why: 'the protocol on waste at sea',
  },
  { q: 'الأسلحة الكيميائية', decrees: ['decree-104-2000'], why: 'the chemical weapons convention' },
  { q: 'المبيدات الخطرة', decrees: ['decree-47-2002'], why: 'the Rotterdam convention' },
  { q: 'العلامات التجارية الموحد', decrees: ['decree-52-2007'], why: 'the common trade mark law' },
  { q: 'مصرف إسلامي كازاخستان', decrees: ['decree-86-2009'], why: 'the founding of a bank' },
  {
    q: 'البرلمان العربي للطفل',
    match: 'stem',
    decrees: ['decree-65-2021'],
    why: 'the seat of the parliament',
  },
  { q: 'هيئات اعتماد الحلال', match: 'stem', decrees: ['decree-75-2019'], why: 'the seat of the forum' },
  { q: 'الشراكة الاقتصادية الرقمية', decrees: ['decree-89-2023'], why: 'accession to an agreement' },
];
