import { createHash } from 'node:crypto'
import { anniversaryTitle } from '../language/anniversary-titles.ts'
import { isoDate } from '../language/civil-date.ts'
import { type Due, dayKey } from '../release/due.ts'

/** Longest line of iCalendar, octets without the line break (RFC 5545, 3.1). */
const OCTETS = 75

/**
 * What is due as iCalendar (RFC 5545): an all-day event an occurrence, with the title in the language of the
 * first draft. No clock: UID and DTSTAMP come from the occurrence, so that a calendar that has read the file
 * before finds its events again.
 */
export function calendarIcs(due: readonly Due[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//letterhead-release//release calendar//EN',
    'CALSCALE:GREGORIAN',
    ...due.flatMap(eventOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf({ event, drafts, date, years }: Due): string[] {
  const [{ name, language }] = drafts
  const day = isoDate(date).replaceAll('-', '')
  const identity = createHash('sha256')
    .update(`${dayKey(event)} ${name}`)
    .digest('hex')
    .slice(0, 16)
  const paths = drafts.map((draft) => `${draft.language}: ${draft.draft}`)
  return [
    'BEGIN:VEVENT',
    `UID:${identity}-${date.year}@letterhead-release`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(anniversaryTitle(name, years, language))}`,
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
