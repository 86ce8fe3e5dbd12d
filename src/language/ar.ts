import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { arabicWords } from './numbers/ar.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'بيان صحفي',
    statement: 'بيان',
    announcement: 'إعلان',
    advisory: 'تنويه لوسائل الإعلام',
    condolence: 'رسالة تعزية',
    readout: 'ملخص المحادثات',
    correction: 'تصويب',
  },
  page: ['صفحة ', ' من ', ''],
  colon: ': ',
  comma: '، ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'هاتف',
  fax: 'فاكس',
  extension: 'تحويلة',
  email: 'البريد الإلكتروني',
  links: 'روابط',
  attachments: 'المرفقات',
  notesToEditors: 'ملاحظات للمحررين',
  about: 'نبذة تعريفية',
  contacts: 'جهات الاتصال الإعلامي',
  footnotes: 'الحواشي',
  backToText: 'العودة إلى النص',
  forImmediateRelease: 'للنشر الفوري',
  draft: 'مسودة – ليست للنشر',
  watermark: 'مسودة',
  withdrawn: 'سُحب هذا البيان',
  credit: 'تصوير',
  translations: {
    official: 'ترجمة رسمية',
    unofficial: 'ترجمة غير رسمية',
    courtesy: 'ترجمة على سبيل المجاملة',
  },
  original: [' للبيان رقم ', ''],
  authenticText: 'لغة النص ذي الحجية',
}

const months: Months = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
]

const weekdays: Weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت']

/** Arabic: "26 فبراير 2020", Western digits, month names of Egypt and the Gulf (CLDR ar). */
export const arabic: Language = {
  tag: 'ar',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) => `${where}: بدلاً من ${quoted(was, 'ar')} يُقرأ ${quoted(now, 'ar')}`,
  anniversary: arabicWords,
}

function longDate(date: CivilDate): string {
  return `${date.day}\u00a0${monthName(months, date)} ${date.year}`
}

function fullDate(date: CivilDate): string {
  return `${weekdayName(weekdays, date)}، ${longDate(date)}`
}

// Arabic words stand on either side of the number, so that the line reads in order without bidi marks.
function notice({ type, reference, date }: NoticeText): string {
  const name = named(reference && `رقم ${reference}`, date && `الصادر في ${longDate(date)}`)
  const it = name ? `البيان ${name}` : 'بيان سابق'
  return {
    correction: `تصويب ${it}`,
    replacement: `يحل هذا البيان محل ${it}`,
    reissue: `إعادة نشر ${it} لأسباب فنية`,
    withdrawal: `سحب ${it}`,
  }[type]
}

// An Arabic word stands between every time and Latin zone name, so that the line reads in order
// without invisible bidi marks, which the PDF's text would lose.
function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(
    embargo,
    (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)}، ` : ''}${atTime(time, 'UTC')})`,
  )
  return `محظور النشر قبل يوم ${fullDate(embargo.date)}، ${atTime(embargo.time, embargo.zone)}${utc}`
}

function atTime(time: string, zone: string): string {
  return `الساعة ${time} ${zone === 'UTC' ? 'بالتوقيت العالمي المنسق' : `بتوقيت ${zone}`}`
}
