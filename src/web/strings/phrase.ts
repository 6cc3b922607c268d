/** Words of the concordance. Each [Arabic, English]. */
import { words } from './words.ts';

export const sayPhrase = words({
  concordance: ['كشاف السياقات', 'Concordance'],
  year: ['بحسب السنة', 'By year'],
  report: ['بحسب التقرير', 'By report'],
  before: ['بالكلمة السابقة', 'By the word before'],
  before2: ['بكلمتين سابقتين', 'By two words before'],
  before3: ['بثلاث كلمات سابقة', 'By three words before'],
  after: ['بالكلمة التالية', 'By the word after'],
  after2: ['بكلمتين تاليتين', 'By two words after'],
  after3: ['بثلاث كلمات تالية', 'By three words after'],
  width: ['سعة السياق', 'Context'],
  sample: ['العينة', 'Sample'],
  everything: ['كل المواضع', 'All occurrences'],
  another: ['عينة أخرى', 'Another sample'],
  sampled: ['هذه عينة عشوائية، أما الأعداد أعلاه فكاملة.', 'A random sample; the counts above are complete.'],
  neighbours: ['الكلمات المجاورة', 'Neighbours'],
  byCount: ['الأكثر ورودا', 'Most frequent'],
  byAssociation: ['الأوثق صلة', 'Strongest association'],
  openLine: ['اضغط على العبارة لترى فقرتها هنا.', 'Press the keyword to read its paragraph here.'],
  where: ['الموضع', 'Place'],
  beforeIt: ['قبلها', 'Before'],
  keyword: ['العبارة', 'Keyword'],
  afterIt: ['بعدها', 'After'],
});
