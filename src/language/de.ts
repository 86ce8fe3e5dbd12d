import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { germanWords } from './numbers/de.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'Pressemitteilung',
    statement: 'Erklärung',
    announcement: 'Ankündigung',
    advisory: 'Medienhinweis',
    condolence: 'Beileidsbekundung',
    readout: 'Gesprächszusammenfassung',
    correction: 'Berichtigung',
  },
  page: ['Seite ', ' von ', ''],
  colon: ': ',
  comma: ', ',
  dash: '\u00a0– ',
  brackets: [' (', ')'],
  tel: 'Tel.',
  fax: 'Fax',
  extension: 'Durchwahl',
  email: 'E-Mail',
  links: 'Links',
  attachments: 'Anlagen',
  notesToEditors: 'Hinweise für die Redaktionen',
  about: 'Über uns',
  contacts: 'Pressekontakt',
  footnotes: 'Fußnoten',
  backToText: 'Zurück zum Text',
  forImmediateRelease: 'Zur sofortigen Veröffentlichung',
  draft: 'Entwurf – nicht zur Veröffentlichung',
  watermark: 'Entwurf',
  withdrawn: 'Diese Mitteilung wurde zurückgezogen',
  credit: 'Foto',
  translations: {
    official: 'Amtliche Übersetzung',
    unofficial: 'Nichtamtliche Übersetzung',
    courtesy: 'Höflichkeitsübersetzung',
  },
  original: [' der Mitteilung ', ''],
  authenticText: 'Verbindliche Fassung',
}

const months: Months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

const weekdays: Weekdays = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']

/** German: "26. Februar 2020", "Mittwoch, 26. Februar 2020" (DIN 5008; CLDR). */
export const german: Language = {
  tag: 'de',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) => `${where}: statt ${quoted(was, 'de')} muss es ${quoted(now, 'de')} heißen`,
  anniversary: germanWords,
}

function longDate(date: CivilDate): string {
  return `${date.day}.\u00a0${monthName(months, date)} ${date.year}`
}

function fullDate(date: CivilDate): string {
  return `${weekdayName(weekdays, date)}, ${longDate(date)}`
}

function notice({ type, reference, date }: NoticeText): string {
  const name = named(reference, date && `vom ${longDate(date)}`)
  const [of, it] = name
    ? [`der Mitteilung ${name}`, `die Mitteilung ${name}`]
    : ['einer früheren Mitteilung', 'eine frühere Mitteilung']
  return {
    correction: `Berichtigung ${of}`,
    replacement: `Diese Mitteilung ersetzt ${it}`,
    reissue: `Erneute Veröffentlichung ${of} aus technischen Gründen`,
    withdrawal: `Zurückziehung ${of}`,
  }[type]
}

function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(
    embargo,
    (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)}, ` : ''}${time}\u00a0Uhr UTC)`,
  )
  return `Sperrfrist: ${fullDate(embargo.date)}, ${embargo.time}\u00a0Uhr ${embargo.zone}${utc}`
}
