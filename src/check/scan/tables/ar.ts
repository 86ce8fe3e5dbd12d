import type { ScanTable } from '../table.ts'

// Plural after 3 to 10, accusative singular after 11 to 99, genitive singular after whole hundreds.
function counted(n: number, one: string, few: string, many: string): string {
  const rest = n % 100
  if (rest >= 3 && rest <= 10) return ` ${few}`
  return rest > 10 ? ` ${many}` : ` ${one}`
}

const aam = (n: number) => counted(n, 'عام', 'أعوام', 'عاماً')
const sana = (n: number) => counted(n, 'سنة', 'سنوات', 'سنة')
const GOVERNED = /(?:^|[^\p{L}])[وف]?(?:على مدى|خلال|منذ|طوال|طيلة|بعد|قبل|في|من|عن|إلى|مع|مرور|ل|ب)\s$/u
// One and two are told by the noun alone, also behind hundreds: only the generator's own phrase has that.
const never = (n: number) => n % 100 === 1 || n % 100 === 2
const forms = (gender: string) => [{ case: 'gen', gender }]

/** Arabic: ordinals behind "الذكرى"; "عام" and "سنة"; Western figures, as our dates are. */
export const arabicTable: ScanTable = {
  ordinals: [
    { case: 'gen', gender: 'f' },
    { case: 'nom', gender: 'f' },
    { case: 'gen', gender: 'm' },
    { case: 'nom', gender: 'm' },
  ],
  noun: 'before',
  nouns: [
    {
      words: 'ذكرى(?: السنوية)?',
      form: { gender: 'f', case: 'gen' },
      // A preposition, or a noun that governs it: else the tens may be nominative.
      when: /(?:(?:^|[^\p{L}])(?:و|ف)?(?:بمناسبة|في|مع|عن|إلى|من|على|بعد|قبل|منذ|خلال|عشية|إحياء|يوم) ال|(?:^|[^\p{L}])(?:و|ف)?(?:بال|لل))$/u,
    },
    { words: 'ذكرى(?: السنوية)?', form: { gender: 'f' } },
  ],
  frames: [
    { kind: 'ago', before: 'قبل ', after: aam, forms: forms('m'), never },
    { kind: 'ago', before: 'قبل ', after: sana, forms: forms('f'), never },
    { kind: 'ago', before: 'منذ ', after: aam, forms: forms('m'), never },
    { kind: 'ago', before: 'منذ ', after: sana, forms: forms('f'), never },
    { kind: 'years', after: aam, forms: forms('m'), when: GOVERNED, never },
    { kind: 'years', after: sana, forms: forms('f'), when: GOVERNED, never },
    { kind: 'years', after: aam, forms: [{ case: 'nom', gender: 'm' }], never },
    { kind: 'years', after: sana, forms: [{ case: 'nom', gender: 'f' }], never },
  ],
  counting: ['m', 'f'].map((gender) => ({ case: 'nom', gender })),
  hundreds: [/مئة|مائة/u, /مئت|مائت/u, /ثلاثم/u, /أربعم/u, /خمسم/u, /ستم/u, /سبعم/u, /ثمانم/u, /تسعم/u],
  spellings: [
    (text) => text.replaceAll('اً', 'ًا'),
    (text) => text.replaceAll('اً', 'ا'),
    (text) => text.replaceAll('مئ', 'مائ'),
    (text) => text.replaceAll('مئ', 'مائ').replaceAll('اً', 'ًا'),
  ],
  figures: [
    (text) => text.replace('ـ', ''),
    (text) => text.replace('الـ', 'الـ '),
    (text) => text.replace('الـ', 'ال '),
  ],
  others: {
    before: /(?:عمر|عمره|عمرها|كل|أول|سن)\s$/u,
    after: /^ (?:من العمر|سجناً|سجن|المقبلة|القادمة|لاحقاً)/u,
  },
  months: [
    'يناير|كانون الثاني',
    'فبراير|شباط',
    'مارس|آذار',
    'أبريل|نيسان',
    'مايو|أيار',
    'يونيو|حزيران',
    'يوليو|تموز',
    'أغسطس|آب',
    'سبتمبر|أيلول',
    'أكتوبر|تشرين الأول',
    'نوفمبر|تشرين الثاني',
    'ديسمبر|كانون الأول',
  ],
  weekdays: ['الأحد', 'الاثنين|الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  dates: ['(?:{wd}،? )?{d} {m}(?: {y})?', '{d} {m}(?: {y})? \\({wd}\\)'],
  relative:
    'هذا العام|العام الماضي|العام المقبل|العام القادم|هذه السنة|السنة الماضية|اليوم|أمس|غداً|مؤخراً|حالياً|في الآونة الأخيرة|حتى الآن|حديثاً|(?:قبل|منذ) (?:عقد|عقدين|قرن|نصف قرن|ربع قرن)',
  clitics: 'وفبل',
}
