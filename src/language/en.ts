import type { AnniversaryWords } from './anniversary-words.ts'
import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, isUtcDayOther, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { americanEnglishWords, englishWords } from './numbers/en.ts'
import { quoted } from './quotation-marks.ts'

// Releases in a language without a table of its own use these labels too.
const labels: Labels = {
  kinds: {
    'press-release': 'Press release',
    statement: 'Statement',
    announcement: 'Announcement',
    advisory: 'Media advisory',
    condolence: 'Message of condolence',
    readout: 'Readout',
    correction: 'Correction',
  },
  page: ['Page ', ' of ', ''],
  colon: ': ',
  comma: ', ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'Tel',
  fax: 'Fax',
  extension: 'ext.',
  email: 'Email',
  links: 'Links',
  attachments: 'Attachments',
  notesToEditors: 'Notes to editors',
  about: 'About',
  contacts: 'Media contacts',
  footnotes: 'Footnotes',
  backToText: 'Back to the text',
  forImmediateRelease: 'For immediate release',
  draft: 'Draft – not for publication',
  watermark: 'Draft',
  withdrawn: 'This release has been withdrawn',
  credit: 'Photo',
  translations: {
    official: 'Official translation',
    unofficial: 'Unofficial translation',
    courtesy: 'Courtesy translation',
  },
  original: [' of ', ''],
  authenticText: 'Authentic text',
}

const months: Months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const weekdays: Weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** English outside the United States: day, month, year (United Nations Editorial Manual). */
export const english = inEnglish(
  'en',
  englishWords,
  (date) => `${date.day}\u00a0${monthName(months, date)} ${date.year}`,
)

/** English of the United States: month, day, comma, year (CLDR en-US; Associated Press keeps the order). */
export const americanEnglish = inEnglish(
  'en-US',
  americanEnglishWords,
  (date) => `${monthName(months, date)}\u00a0${date.day}, ${date.year}`,
)

function inEnglish(
  tag: string,
  anniversary: AnniversaryWords,
  longDate: (date: CivilDate) => string,
): Language {
  const fullDate = (date: CivilDate) => `${weekdayName(weekdays, date)}, ${longDate(date)}`
  return {
    tag,
    labels,
    longDate,
    fullDate,
    embargo: (embargo) => embargoLine(embargo, fullDate),
    notice: (text) => notice(text, longDate),
    change: ({ where, was, now }) => `${where}: for ${quoted(was, 'en')} read ${quoted(now, 'en')}`,
    anniversary,
  }
}

function notice({ type, reference, date }: NoticeText, longDate: (date: CivilDate) => string): string {
  const name = named(reference ?? (date && 'the release'), date && `of ${longDate(date)}`)
  const it = name ?? 'an earlier release'
  return {
    correction: `Correction of ${it}`,
    replacement: `This release replaces ${it}`,
    reissue: `Reissue of ${it} for technical reasons`,
    withdrawal: `Withdrawal of ${it}`,
  }[type]
}

function embargoLine(embargo: EmbargoText, fullDate: (date: CivilDate) => string): string {
  const local = `Embargoed until ${embargo.time} ${embargo.zone}`
  const day = fullDate(embargo.date)
  const utc = inUtc(embargo, (time, otherDay) => ` (${time} UTC${otherDay ? `, ${fullDate(otherDay)}` : ''})`)
  // Two days in one line: each must stand beside its own time.
  return isUtcDayOther(embargo) ? `${local}, ${day}${utc}` : `${local}${utc}, ${day}`
}
