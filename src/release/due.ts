import { type CivilDate, epochDay, isoDate } from '../language/civil-date.ts'
import type { Event } from './occasion-date.ts'
import type { LeapDayPolicy } from './occurrence.ts'
import { occurrenceIn } from './occurrence.ts'
import { isWithin, type Period } from './period.ts'

/** A draft that can be issued year after year. */
export interface RecurringRelease {
  /** Path as reports show it. */
  readonly draft: string
  /** BCP 47 tag. */
  readonly language: string
  /** Name of the occasion in that language, in the nominative where the draft has it. */
  readonly name: string
  /** All names it has, by language. */
  readonly names: OccasionNames
  readonly event: Event
}

/** Every text that names an occasion, whatever its case, by language. */
export type OccasionNames = ReadonlyMap<string, readonly string[]>

/** An occasion with all of its drafts, in their order. */
export interface Occasion {
  readonly event: Event
  readonly drafts: readonly [RecurringRelease, ...RecurringRelease[]]
}

/** An anniversary that falls into the period asked for. */
export interface Due extends Occasion {
  readonly date: CivilDate
  /** N: 1 or more. */
  readonly years: number
  /** True for the years that are celebrated more than others. */
  readonly isRound: boolean
}

/** A year in which a leap day that is omitted would have fallen into the period. */
export interface Skipped extends Occasion {
  readonly year: number
}

/**
 * Drafts are one occasion where event, observed day and leap-day policy are the same, and no language has two
 * names for it: translations that give only their own name belong together. A name that is shared decides
 * between two occasions of one day.
 */
export function groupOccasions(releases: readonly RecurringRelease[]): Occasion[] {
  const groups: { event: Event; drafts: [RecurringRelease, ...RecurringRelease[]] }[] = []
  for (const release of releases) {
    const near = groups.filter(
      ({ event, drafts }) => isSameDay(event, release.event) && agree(drafts, release),
    )
    const group = near.find(({ drafts }) => drafts.some((draft) => isShared(draft, release))) ?? near[0]
    if (group) group.drafts.push(release)
    else groups.push({ event: release.event, drafts: [release] })
  }
  return groups
}

/** What is due in a period, by date; of one day the older event first, then in the order of the drafts. */
export function dueIn(period: Period, occasions: readonly Occasion[]): Due[] {
  const due = occasions.flatMap(({ event, drafts }) =>
    yearsOf(period, event).flatMap((year): Due[] => {
      const date = occurrenceIn(year, event.yearly)
      if (!date || !isWithin(period, date)) return []
      const years = year - event.year
      return [{ event, drafts, date, years, isRound: isRoundYear(years) }]
    }),
  )
  return due.sort((a, b) => epochDay(a.date) - epochDay(b.date) || b.years - a.years)
}

/** The years of a period in which a leap day is omitted, by year. */
export function skippedIn(period: Period, occasions: readonly Occasion[]): Skipped[] {
  const skipped = occasions.flatMap(({ event, drafts }) =>
    yearsOf(period, event)
      .filter((year) => !occurrenceIn(year, event.yearly))
      .filter((year) => isWithin(period, { year, month: 2, day: 28 }))
      .map((year) => ({ event, drafts, year })),
  )
  return skipped.sort((a, b) => a.year - b.year)
}

/** The years that a house plans for: 5, 10 … 25, then tens with 75, and from 100 on every 25 (conventions, 4.8). */
export function isRoundYear(years: number): boolean {
  if (years <= 25) return years > 0 && years % 5 === 0
  return years < 100 ? years % 10 === 0 || years === 75 : years % 25 === 0
}

function yearsOf({ first, last }: Period, event: Event): number[] {
  const from = Math.max(first.year, event.year + 1)
  return Array.from({ length: Math.max(0, last.year - from + 1) }, (_, i) => from + i)
}

function isSameDay(one: Event, other: Event): boolean {
  return dayKey(one) === dayKey(other)
}

/** What tells one event from another, as far as days go. */
export function dayKey({ first, last, year, yearly }: Event): string {
  const { month, day, leapDay } = yearly
  const policy: LeapDayPolicy | '' = month === 2 && day === 29 ? leapDay : ''
  return [isoDate(first), isoDate(last), year, month, day, policy].join(' ')
}

function agree(drafts: readonly RecurringRelease[], release: RecurringRelease): boolean {
  return drafts.every(({ names }) =>
    [...names].every(([language, texts]) => {
      const own = release.names.get(language)
      return own === undefined || own.some((text) => texts.includes(text))
    }),
  )
}

function isShared(one: RecurringRelease, other: RecurringRelease): boolean {
  return [...one.names].some(([language, texts]) =>
    texts.some((text) => other.names.get(language)?.includes(text)),
  )
}
