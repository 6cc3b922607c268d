/** What was typed into the PDFs of our own sentences, in reading order. */
export const files = [
  'naskh.writer.pdf',
  'naskh.chromium.pdf',
  'scheherazade.writer.pdf',
  'scheherazade.chromium.pdf',
] as const;

export const title = 'تقرير عن أعمال لجنة الآبار والينابيع';
export const headings = ['مقدمة', 'الاستنتاجات', 'مسائل أخرى'];
export const paragraphs = [
  '١ - عقدت اللجنة دورتها الثالثة في الفترة من 14/03/2019 إلى 18/03/2019، وفقا للمقرر 12/7 الصادر في عام 2018، وحضرها (42) عضوا من بلدان المنطقة كافة.',
  '٢ - ورحبت اللجنة بما أحرز من تقدم في حفر الآبار الجديدة وصيانة القديمة منها، ولا سيما في القرى البعيدة، حيث بلغت نسبة الإنجاز 85% من الخطة المقررة.',
  '٣ - ونظرت في الوثيقة WELLS/COM-3/L.2 المعنونة Water and Wells (2019) وأوصت بنشرها باللغات الست في أقرب وقت ممكن على موقعها الشبكي.',
  '٤ - تؤكد اللجنة أهمية ما يلي: (أ) تدريب العاملين؛ (ب) جمع البيانات [الكاملة] عن الينابيع؛ (ج) إتاحة الموارد اللازمة لذلك في موعد لا يتجاوز نهاية عام 2021.',
  '٥ - وتطلب إلى الأمانة أن تعد استبيانا في هذا الشأن وأن ترسله إلى الدول الأعضاء، وأن تقدم تقريرا عن الردود إلى اللجنة في دورتها المقبلة المقرر عقدها بعد سنتين.',
  '٦ - شكرت اللجنة البلد المضيف على حسن الضيافة، واختتمت أعمالها في تمام الساعة 17:30.',
];
export const footnotes = ['انظر الفقرة 7 من تقرير الدورة الثانية.', 'يتاح الاستبيان لدى الأمانة.'];

/** All of it as a page is read, with footnotes after the paragraphs that refer to them. */
export const typed = [
  title,
  headings[0]!,
  ...paragraphs.slice(0, 2),
  footnotes[0]!,
  paragraphs[2]!,
  headings[1]!,
  ...paragraphs.slice(3, 5),
  footnotes[1]!,
  headings[2]!,
  paragraphs[5]!,
];
