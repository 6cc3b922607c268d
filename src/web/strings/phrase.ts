/** Words of the concordance. Each [Arabic, English]. */
import { words } from './words.ts';

export const sayPhrase = words({
  concordance: ['كشاف السياقات', 'Concordance'],
  year: ['بحسب السنة', 'By year'],
  report: ['بحسب التقرير', 'By report'],
  before: ['بحسب الكلمة السابقة', 'By the word before'],
  before2: ['بحسب الكلمتين السابقتين', 'By the two words before'],
  before3: ['بحسب الكلمات الثلاث السابقة', 'By the three words before'],
  after: ['بحسب الكلمة التالية', 'By the word after'],
  after2: ['بحسب الكلمتين التاليتين', 'By the two words after'],
  after3: ['بحسب الكلمات الثلاث التالية', 'By the three words after'],
  width: ['سعة السياق', 'Context'],
  sample: ['العينة', 'Sample'],
  everything: ['كل المواضع', 'All occurrences'],
  another: ['عينة أخرى', 'Another sample'],
  sampled: [
    'هذه عينة عشوائية، أما الأعداد أعلاه فكاملة.',
    'This is a random sample; the counts above are complete.',
  ],
  neighbours: ['الكلمات المجاورة', 'Neighbours'],
  byCount: ['الأكثر ورودا', 'Most frequent'],
  byAssociation: ['الأوثق صلة', 'Strongest association'],
  openLine: ['اضغط على العبارة لترى فقرتها هنا.', 'Click the keyword to read its paragraph here.'],
  where: ['الموضع', 'Place'],
  beforeIt: ['قبلها', 'Before'],
  keyword: ['العبارة', 'Keyword'],
  afterIt: ['بعدها', 'After'],
});
