import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { azerbaijaniWords, ordinalEnding } from './numbers/az.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'Press-reliz',
    statement: 'Bəyanat',
    announcement: 'Elan',
    advisory: 'Medianın nəzərinə',
    condolence: 'Başsağlığı',
    readout: 'Danışıqların yekunlarına dair məlumat',
    correction: 'Düzəliş',
  },
  page: ['Səhifə ', '/', ''],
  colon: ': ',
  comma: ', ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'Tel.',
  fax: 'Faks',
  extension: 'daxili',
  email: 'E-poçt',
  links: 'Keçidlər',
  attachments: 'Əlavələr',
  notesToEditors: 'Redaksiyalar üçün qeydlər',
  about: 'Haqqımızda',
  contacts: 'Media ilə əlaqə',
  footnotes: 'Sətiraltı qeydlər',
  backToText: 'Mətnə qayıt',
  forImmediateRelease: 'Dərhal yayımlanmaq üçün',
  draft: 'Layihə – dərc edilmək üçün deyil',
  watermark: 'Layihə',
  withdrawn: 'Bu məlumat geri götürülmüşdür',
  credit: 'Foto',
  translations: {
    official: 'Rəsmi tərcümə',
    unofficial: 'Qeyri-rəsmi tərcümə',
    courtesy: 'Məlumat üçün tərcümə',
  },
  original: [' (əsli: ', ')'],
  authenticText: 'Autentik mətnin dili',
}

const months: Months = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avqust',
  'sentyabr',
  'oktyabr',
  'noyabr',
  'dekabr',
]

const weekdays: Weekdays = [
  'bazar',
  'bazar ertəsi',
  'çərşənbə axşamı',
  'çərşənbə',
  'cümə axşamı',
  'cümə',
  'şənbə',
]

/** Azerbaijani: "26 fevral 2020-ci il" (orthography rules of the Republic; CLDR leaves out "-ci il"). */
export const azerbaijani: Language = {
  tag: 'az',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) => `${where}: ${quoted(was, 'az')} əvəzinə ${quoted(now, 'az')} oxunmalıdır`,
  anniversary: azerbaijaniWords,
}

function longDate(date: CivilDate): string {
  return `${date.day}\u00a0${monthName(months, date)} ${date.year}-${ordinalEnding(date.year)}\u00a0il`
}

function fullDate(date: CivilDate): string {
  return `${longDate(date)}, ${weekdayName(weekdays, date)}`
}

// Number and date stand before their noun, which alone bears the ending: no reference has to take one.
function notice({ type, reference, date }: NoticeText): string {
  const name = named(date && `${longDate(date)} tarixli`, reference && `${reference} nömrəli`)
  const [start, inside] = name ? [name, name] : ['Əvvəlki', 'əvvəlki']
  return {
    correction: `${start} məlumata düzəliş`,
    replacement: `Bu məlumat ${inside} məlumatı əvəz edir`,
    reissue: `${start} məlumatın texniki səbəblərə görə təkrar yayımı`,
    withdrawal: `${start} məlumat geri götürülmüşdür`,
  }[type]
}

// "Embarqonun bitmə vaxtı" needs no case ending on the time or the zone.
function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(
    embargo,
    (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)}, saat ` : ''}${time} UTC)`,
  )
  return `Embarqonun bitmə vaxtı: ${fullDate(embargo.date)}, saat ${embargo.time} ${embargo.zone}${utc}`
}
