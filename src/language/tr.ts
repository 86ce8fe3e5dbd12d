import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { turkishWords } from './numbers/tr.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'Basın bülteni',
    statement: 'Basın açıklaması',
    announcement: 'Duyuru',
    advisory: 'Basına duyuru',
    condolence: 'Taziye mesajı',
    readout: 'Görüşme özeti',
    correction: 'Düzeltme',
  },
  page: ['Sayfa ', '/', ''],
  colon: ': ',
  comma: ', ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'Tel.',
  fax: 'Faks',
  extension: 'dâhilî',
  email: 'E-posta',
  links: 'Bağlantılar',
  attachments: 'Ekler',
  notesToEditors: 'Editörlere notlar',
  about: 'Hakkımızda',
  contacts: 'Basınla iletişim',
  footnotes: 'Dipnotlar',
  backToText: 'Metne dön',
  forImmediateRelease: 'Derhâl yayımlanmak üzere',
  draft: 'Taslak – yayımlanamaz',
  watermark: 'Taslak',
  withdrawn: 'Bu metin geri çekilmiştir',
  credit: 'Fotoğraf',
  translations: { official: 'Resmî çeviri', unofficial: 'Gayriresmî çeviri', courtesy: 'Nezaket çevirisi' },
  original: [' (aslı: ', ')'],
  authenticText: 'Esas metin',
}

const months: Months = [
  'Ocak',
  'Şubat',
  'Mart',
  'Nisan',
  'Mayıs',
  'Haziran',
  'Temmuz',
  'Ağustos',
  'Eylül',
  'Ekim',
  'Kasım',
  'Aralık',
]

const weekdays: Weekdays = ['Pazar', 'Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi']

/** Turkish: "26 Şubat 2020", "26 Şubat 2020 Çarşamba" (TDK; CLDR). */
export const turkish: Language = {
  tag: 'tr',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) =>
    `${where}: ${quoted(was, 'tr')} ibaresi ${quoted(now, 'tr')} olarak düzeltilmiştir`,
  anniversary: turkishWords,
}

function longDate(date: CivilDate): string {
  return `${date.day}\u00a0${monthName(months, date)} ${date.year}`
}

function fullDate(date: CivilDate): string {
  return `${longDate(date)} ${weekdayName(weekdays, date)}`
}

// Number and date stand before their noun, which alone bears the ending: no reference has to take one.
function notice({ type, reference, date }: NoticeText): string {
  const on = date && `${longDate(date)} tarihli`
  const name = named(reference && on ? `${on} ve` : on, reference && `${reference} sayılı`)
  const [start, inside] = name ? [name, name] : ['Önceki', 'önceki']
  return {
    correction: `${start} metne ilişkin düzeltme`,
    replacement: `Bu metin ${inside} metnin yerine geçer`,
    reissue: `${start} metnin teknik nedenlerle yeniden yayımı`,
    withdrawal: `${start} metin geri çekilmiştir`,
  }[type]
}

// "Ambargo bitişi" needs no case ending on the time or the zone.
function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(
    embargo,
    (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)}, saat ` : ''}${clock(time)} UTC)`,
  )
  return `Ambargo bitişi: ${fullDate(embargo.date)}, saat ${clock(embargo.time)} ${embargo.zone}${utc}`
}

// TDK, Yazım Kılavuzu, "Nokta": a full stop parts hours and minutes.
function clock(time: string): string {
  return time.replaceAll(':', '.')
}
