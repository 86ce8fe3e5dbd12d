import { type CivilDate, daysInMonth } from '../language/civil-date.ts'
import type { Language } from '../language/language.ts'
import { anniversaryOf } from '../release/occasion.ts'
import { type Event, type OccasionFault, readEvent } from '../release/occasion-date.ts'
import type { LeapDayPolicy } from '../release/occurrence.ts'
import { inferEvent } from './infer-event.ts'
import type { RollOptions, ScannedText, Step, Turn } from './roll.ts'

/**
 * Decides what is rolled from and to: by the draft's `occasion`, else by what its text says of the event. A
 * draft of no known event moves to the same day of the new year.
 */
export function turnOf(
  date: CivilDate,
  occasion: unknown,
  scans: readonly ScannedText[],
  language: Language,
  { year, recurring = false }: RollOptions,
): { ok: true; turn: Turn; steps: readonly Step[] } | OccasionFault {
  const given = occasion === undefined ? undefined : eventOf(occasion)
  if (given && !given.ok) return given
  const inferred = given ? undefined : inferEvent(scans, date)
  const event = given?.event ?? inferred?.event
  if (event) return byEvent(event, date, language, year, recurring)
  const years = inferred?.years
  const to = years === undefined ? undefined : years + year - date.year
  if (to !== undefined && to < 1) {
    const [message, hint] = [`${year} is not after the event`, `the first anniversary is in ${year - to + 1}`]
    return { ok: false, rule: 'front-matter-invalid', path: ['date'], message, hint }
  }
  const isLeapDay = date.day > daysInMonth(year, date.month)
  const turn: Turn = {
    language,
    recurring,
    event: undefined,
    from: { date, years, occurrence: undefined },
    to: { date: { ...date, year, day: isLeapDay ? 28 : date.day }, years: to, occurrence: undefined },
  }
  const why = 'the day of the event is not certain'
  return {
    ok: true,
    turn,
    steps: recurring ? [leaveAll(why, 'add occasion: {name: …, date: 1992-02-26} and roll again')] : [],
  }
}

function byEvent(
  event: Event,
  date: CivilDate,
  language: Language,
  year: number,
  recurring: boolean,
): { ok: true; turn: Turn; steps: readonly Step[] } | OccasionFault {
  const from = anniversaryOf(event, { date })
  if (!from.ok) return from
  const to = recurring ? from : anniversaryOf(event, { date, year })
  return to.ok ? { ok: true, turn: { language, recurring, event, from, to }, steps: [] } : to
}

function eventOf(occasion: unknown): ReturnType<typeof readEvent> {
  const { date, observed, leap_day } = (occasion ?? {}) as Readonly<Record<string, unknown>>
  return readEvent({
    date: String(date ?? ''),
    ...(observed === undefined ? {} : { observed: String(observed) }),
    ...(leap_day === undefined ? {} : { leap_day: String(leap_day) as LeapDayPolicy }),
  })
}

function leaveAll(message: string, hint: string): Step {
  return { start: 0, end: 0, severity: 'warning', rule: 'occasion-name', message, hint }
}
