import { type CivilDate, daysInMonth, isoDate } from '../language/civil-date.ts'
import { anniversaryOf } from '../release/occasion.ts'
import { type Event, readEvent } from '../release/occasion-date.ts'
import type { ScannedText } from './roll.ts'

/** What a text says of its anniversary: N, and the event where its day is certain. */
export interface Inferred {
  readonly years: number
  readonly event: Event | undefined
}

/** How many passages of the body, behind the headline and summary, may tell what is recalled. */
const LEAD = 3

/**
 * Infers the anniversary from the text alone: N stands in the headline or the first phrases, and a date or a
 * year of the text fits it. Undefined where N is told in two ways, or where nothing confirms it.
 */
export function inferEvent(scans: readonly ScannedText[], date: CivilDate): Inferred | undefined {
  const fields = ['headline', 'subheadline', 'summary'].map((key) =>
    scans.filter(({ field }) => field?.key === key),
  )
  const lead = scans.filter(({ field }) => field === undefined).slice(0, LEAD)
  // The first group that tells an N decides.
  for (const group of [...fields, lead]) {
    const told = new Set(group.flatMap(numbersOf))
    if (told.size > 1) return undefined
    const [years] = told
    if (years !== undefined) return confirmed(years, scans, date)
  }
  return undefined
}

function numbersOf({ passage, phrases }: ScannedText): number[] {
  const own = phrases.filter(({ start, end }) => !passage.isQuoted(start, end))
  const named = own.filter(
    ({ kind, isAnniversary }) => isAnniversary && (kind === 'ordinal' || kind === 'jubilee'),
  )
  // "Ten years ago …" tells N only where no anniversary is named.
  return (named.length > 0 ? named : own.filter(({ kind }) => kind === 'ago')).map(({ n }) => n)
}

function confirmed(years: number, scans: readonly ScannedText[], date: CivilDate): Inferred | undefined {
  const open = scans.flatMap(({ passage, dates, years: mentions }) => ({
    dates: dates.filter(({ start, end }) => !passage.isQuoted(start, end)),
    mentions: mentions.filter(({ start, end }) => !passage.isQuoted(start, end)),
  }))
  const events = new Map<string, Event>()
  for (const { day, month, year } of open.flatMap(({ dates }) => dates)) {
    if (year === undefined || year < 1 || day > daysInMonth(year, month)) continue
    const iso = isoDate({ year, month, day })
    const read = readEvent({ date: iso })
    if (!read.ok) continue
    const anniversary = anniversaryOf(read.event, { date })
    if (anniversary.ok && anniversary.years === years) events.set(iso, read.event)
  }
  // The release's own day of the year, of several days that fit.
  const same = [...events.values()].filter(
    ({ yearly }) => yearly.month === date.month && yearly.day === date.day,
  )
  const [event] = events.size === 1 ? events.values() : same.length === 1 ? same : []
  if (event) return { years, event }
  const told = open.flatMap(({ dates, mentions }) => [
    ...dates.map(({ year }) => year),
    ...mentions.map(({ written }) => Number(written)),
  ])
  return told.includes(date.year - years) ? { years, event: undefined } : undefined
}
