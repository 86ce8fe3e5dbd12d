import { addDays, civilDateOf, isoDate, parseCivilDate } from '../language/civil-date.ts'
import type { EmbargoText } from '../language/language.ts'
import {
  clockChangeNear,
  instantsOf,
  readOffset,
  writeClock,
  writeOffset,
  writeWallTime,
  zoneNameAt,
} from '../language/time-zone.ts'
import { findZone, nearestZone } from '../language/zone-names.ts'

/** The end of an embargo. */
export interface Embargo {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly instant: number
  /** IANA name of the zone, where the draft or the configuration gives one. */
  readonly zone: string | undefined
  /** Offset from UTC at that instant, `-05:00`. */
  readonly offsetText: string
  /** What the release prints. */
  readonly printed: EmbargoText
}

/** An embargo, or what is wrong with it and the cure. */
export type ParsedEmbargo =
  | { readonly ok: true; readonly embargo: Embargo }
  | { readonly ok: false; readonly message: string; readonly hint: string }

const DAY = 86_400_000
const EXAMPLE = '2027-02-26T00:01[America/New_York]'

// Date, hours, minutes, seconds, offset, zone: RFC 9557, where a space may stand for the T (RFC 3339).
const SHAPE =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.0+)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?\s*(?:\[([^[\]]*)\])?$/i

/**
 * Reads the embargo of a draft: a wall time with an IANA zone, an offset or both (RFC 9557, where both must
 * agree), or with neither, which means the default zone. Seconds may be left out.
 */
export function parseEmbargo(text: string, defaultZone?: string): ParsedEmbargo {
  const match = SHAPE.exec(text.trim())
  if (!match) return fault(`"${text}" is not a date and time`, `write the wall time and its zone: ${EXAMPLE}`)
  const [, dateText = '', hours, minutes, seconds = '00', offsetText, zoneText] = match
  const date = parseCivilDate(dateText)
  if (!date) return fault(`"${dateText}" is not a calendar date`, `give a day that exists: ${EXAMPLE}`)
  if (!hours || !minutes) {
    return fault(`"${text}" has no time of day`, `add it: ${dateText}T00:01[America/New_York]`)
  }
  const place = `${offsetText ?? ''}${zoneText ? `[${zoneText}]` : ''}` || '[America/New_York]'
  if (hours === '24' && minutes === '00') {
    const next = isoDate(addDays(date, 1))
    return fault('"24:00" is not a time of day', `write the next day: ${next}T00:00${place}`)
  }
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return fault(`"${text}" has no such time of day`, `use 00:00 to 23:59: ${dateText}T23:59${place}`)
  }
  const wall = Date.parse(`${dateText}T${hours}:${minutes}:${seconds}Z`)

  const offset = offsetText === undefined ? undefined : readOffset(offsetText)
  if (Number.isNaN(offset)) {
    const example = `${writeWallTime(wall)}-05:00`
    return fault(`"${offsetText}" is not an offset from UTC`, `offsets run from -12:00 to +14:00: ${example}`)
  }
  const zoneName = zoneText ?? (offset === undefined ? defaultZone : undefined)
  if (zoneName !== undefined) return inZone(wall, zoneName, offset)
  if (offset !== undefined) return ended(wall - offset, wall, undefined)
  const example = `${writeWallTime(wall)}[America/New_York]`
  return fault(
    `"${text}" has no time zone`,
    `add one: ${example}, or set \`timezone\` in release.config.yaml`,
  )
}

function inZone(wall: number, zoneName: string, offset: number | undefined): ParsedEmbargo {
  const zone = findZone(zoneName)
  if (!zone) {
    const nearest = nearestZone(zoneName)
    return fault(
      `"${zoneName}" is not a time zone`,
      nearest ? `did you mean ${writeWallTime(wall)}[${nearest}]?` : `use an IANA name: ${EXAMPLE}`,
    )
  }
  const instants = instantsOf(wall, zone)
  const [first] = instants
  if (first === undefined) return faultOfGap(wall, zone)
  const accepted = instants.map((instant) => `${writeWallTime(wall)}${writeOffset(wall - instant)}[${zone}]`)
  if (offset === undefined) {
    return instants.length === 1 ? ended(first, wall, zone) : faultOfOverlap(wall, zone, accepted)
  }
  if (instants.includes(wall - offset)) return ended(wall - offset, wall, zone)
  return fault(
    `${writeOffset(offset)} is not the offset of ${zone} at ${writeWallTime(wall)}`,
    `write ${accepted.join(' or ')}`,
  )
}

function faultOfGap(wall: number, zone: string): ParsedEmbargo {
  const { from, to } = clockChangeNear(wall, zone)
  return fault(
    `${writeWallTime(wall)} does not exist in ${zone}: clocks go from ${jump(from, to)} to ${jump(to, from)}`,
    `write a time that exists: ${writeWallTime(to)}[${zone}]`,
  )
}

function faultOfOverlap(wall: number, zone: string, accepted: readonly string[]): ParsedEmbargo {
  const { from, to } = clockChangeNear(wall, zone)
  return fault(
    `${writeWallTime(wall)} happens twice in ${zone}: clocks go back from ${jump(from, to)} to ${jump(to, from)}`,
    `add the offset: ${accepted[0]} comes first, ${accepted[1]} second`,
  )
}

function ended(instant: number, wall: number, zone: string | undefined): ParsedEmbargo {
  const offsetText = writeOffset(wall - instant)
  const fixedName = wall === instant ? 'UTC' : `UTC${offsetText}`
  const printed: EmbargoText = {
    time: writeClock(wall),
    zone: zone ? zoneNameAt(instant, zone) : fixedName,
    date: civilDateOf(wall),
    utcTime: writeClock(instant),
    utcDate: civilDateOf(instant),
  }
  return { ok: true, embargo: { instant, zone, offsetText, printed } }
}

// The clock alone says it, unless the zone skipped a whole day (Samoa, 30 December 2011).
function jump(wall: number, other: number): string {
  const isSameDay = Math.floor(wall / DAY) === Math.floor(other / DAY)
  return isSameDay ? writeClock(wall) : writeWallTime(wall)
}

function fault(message: string, hint: string): ParsedEmbargo {
  return { ok: false, message, hint }
}
