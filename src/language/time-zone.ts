import { civilDateOf, isoDate } from './civil-date.ts'

// A wall time stands here as the milliseconds at which UTC's clocks show it: arithmetic without local time.

const DAY = 86_400_000
const MINUTE = 60_000

// Making a format costs more than using it a thousand times.
const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clocks of an IANA zone show at an instant. */
export function wallTimeOf(instant: number, zone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const wall = new Date(0)
  wall.setUTCFullYear(year, month - 1, day)
  return wall.setUTCHours(hour, minute, second)
}

/** The instants, earliest first, at which a zone's clocks show a wall time: one, none in a gap, two in an overlap. */
export function instantsOf(wall: number, zone: string): number[] {
  const offsets = new Set([wall - DAY, wall + DAY].map((near) => wallTimeOf(near, zone) - near))
  const candidates = [...offsets].map((offset) => wall - offset)
  return candidates.filter((instant) => wallTimeOf(instant, zone) === wall).sort((a, b) => a - b)
}

/** How a zone's clocks jump within a day of a wall time: the wall times before and after. */
export function clockChangeNear(wall: number, zone: string): { from: number; to: number } {
  const offsetAt = (instant: number) => wallTimeOf(instant, zone) - instant
  let [before, after] = [wall - DAY, wall + DAY]
  const [old, fresh] = [offsetAt(before), offsetAt(after)]
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE
    if (offsetAt(middle) === old) before = middle
    else after = middle
  }
  return { from: after + old, to: after + fresh }
}

/** Short English name of a zone at an instant, by CLDR: `EST`, `EDT`, `GMT+4`. */
export function zoneNameAt(instant: number, zone: string): string {
  const parts = formatOf(zone).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** A wall time as the front matter has it: `2027-02-26T00:01`, with seconds only where there are some. */
export function writeWallTime(wall: number): string {
  return `${isoDate(civilDateOf(wall))}T${writeClock(wall)}`
}

/** The time of day of a wall time: `00:01`, with seconds only where there are some. */
export function writeClock(wall: number): string {
  return new Date(wall).toISOString().slice(11, 19).replace(/:00$/, '')
}

/** An offset from UTC as RFC 3339 writes it, `-05:00`. */
export function writeOffset(offset: number): string {
  return (offset < 0 ? '-' : '+') + new Date(Math.abs(offset)).toISOString().slice(11, 16)
}

/** Reads `Z`, `-05:00`, `-0500` or `-05` as milliseconds; NaN outside -12:00 to +14:00, the offsets in use. */
export function readOffset(text: string): number {
  if (/^z$/i.test(text)) return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', ''))
  const offset = text.startsWith('-') ? -minutes : minutes
  return Number(text.slice(-2)) < 60 && offset >= -720 && offset <= 840 ? offset * MINUTE : Number.NaN
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: zone,
      // `hour12: false` would show midnight as 24:00.
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    })
    formats.set(zone, format)
  }
  return format
}
