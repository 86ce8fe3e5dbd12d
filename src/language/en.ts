import type { AnniversaryWords } from './anniversary-words.ts'
import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language } from './language.ts'
import { inUtc, isUtcDayOther, type Months, monthName, type Weekdays, weekdayName } from './names.ts'
import { americanEnglishWords, englishWords } from './numbers/en.ts'

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
    anniversary,
  }
}

function embargoLine(embargo: EmbargoText, fullDate: (date: CivilDate) => string): string {
  const local = `Embargoed until ${embargo.time} ${embargo.zone}`
  const day = fullDate(embargo.date)
  const utc = inUtc(embargo, (time, otherDay) => ` (${time} UTC${otherDay ? `, ${fullDate(otherDay)}` : ''})`)
  // Two days in one line: each must stand beside its own time.
  return isUtcDayOther(embargo) ? `${local}, ${day}${utc}` : `${local}${utc}, ${day}`
}
