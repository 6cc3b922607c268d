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
  everything: ['كل المواضع', 'Every place'],
  another: ['عينة أخرى', 'Another sample'],
  sampled: ['عينة عشوائية؛ والأعداد أعلاه كاملة.', 'A random sample; the counts above are whole.'],
  neighbours: ['الجوار', 'Neighbours'],
  byCount: ['الأكثر ورودا', 'Most frequent'],
  byAssociation: ['الأوثق صلة', 'Most strongly drawn'],
  openLine: ['اضغط العبارة لترى الفقرة في مكانها.', 'Press the keyword to read its paragraph in place.'],
  where: ['الموضع', 'Place'],
  beforeIt: ['قبلها', 'Before'],
  keyword: ['العبارة', 'Keyword'],
  afterIt: ['بعدها', 'After'],
});
