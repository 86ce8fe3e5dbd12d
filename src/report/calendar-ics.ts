import { createHash } from 'node:crypto'
import { anniversaryTitle } from '../language/anniversary-titles.ts'
import { type CivilDate, isoDate } from '../language/civil-date.ts'
import { findLanguage } from '../language/find-language.ts'
import { type Due, type DueDraft, dayKey } from '../release/due.ts'

/** Longest line of iCalendar, octets without the line break (RFC 5545, 3.1). */
const OCTETS = 75

/** The least that RFC 5545 takes for a calendar (3.6: one component or more), where nothing is due. */
const NO_EVENT = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * What is due as iCalendar (RFC 5545): an all-day event an anniversary, with the title in the language of the
 * first draft, and one for each other day on which drafts are released. No clock: UID and DTSTAMP come from
 * the days, so that a calendar that has read the file before finds its events again.
 */
export function calendarIcs(due: readonly Due[]): string {
  const events = due.flatMap((one) => [...releaseDaysOf(one), eventOf(one, one.date, one.drafts)])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//letterhead-release//release calendar//EN',
    'CALSCALE:GREGORIAN',
    ...(events.length === 0 ? NO_EVENT : events.flat()),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** An event for each day of a release that is not that of the anniversary; those before it come first. */
function releaseDaysOf(due: Due): string[][] {
  const days = new Map<string, [DueDraft, ...DueDraft[]]>()
  for (const draft of due.drafts) {
    const day = isoDate(draft.releaseDate)
    const others = days.get(day)
    if (others) others.push(draft)
    else if (day !== isoDate(due.date)) days.set(day, [draft])
  }
  return [...days.values()].map((drafts) => {
    const [{ kind, language, releaseDate }] = drafts
    const { labels } = findLanguage(language).language
    return eventOf(due, releaseDate, drafts, `${labels.kinds[kind]}${labels.colon}`)
  })
}

/** An event on a day, titled by the first of its drafts. */
function eventOf(
  { event, drafts: [{ name: identity }], date, years }: Due,
  on: CivilDate,
  drafts: Due['drafts'],
  before = '',
): string[] {
  const [{ name, language }] = drafts
  const day = isoDate(on).replaceAll('-', '')
  const hash = createHash('sha256')
    .update(`${dayKey(event)} ${identity}`)
    .digest('hex')
    .slice(0, 16)
  const paths = drafts.map((draft) => `${draft.language}: ${draft.draft}`)
  const title = `${before}${anniversaryTitle(name, years, language)}`
  return [
    'BEGIN:VEVENT',
    `UID:${hash}-${date.year}${before === '' ? '' : `-${day}`}@letterhead-release`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(title)}`,
    `DESCRIPTION:${escaped(paths.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** TEXT of RFC 5545, 3.3.11; control characters other than line breaks and tabs are not allowed in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')
}

/** Breaks a line between characters, never inside one; the blank that begins a line counts. */
function folded(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > OCTETS) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
