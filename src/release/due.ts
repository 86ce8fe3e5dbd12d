import type { DraftFields } from '../draft/fields.ts'
import { type CivilDate, epochDay, isoDate } from '../language/civil-date.ts'
import { anniversaryOf } from './occasion.ts'
import type { Event } from './occasion-date.ts'
import { type LeapDayPolicy, occurrenceIn, YEARS } from './occurrence.ts'
import { isWithin, type Period } from './period.ts'

/** A draft that can be issued year after year. */
export interface RecurringRelease {
  /** Path as reports show it. */
  readonly draft: string
  /** BCP 47 tag. */
  readonly language: string
  readonly kind: DraftFields['kind']
  /** Its own date, whose distance from the anniversary every year's release keeps. */
  readonly date?: CivilDate | undefined
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

/** A draft with the date that it has when it is issued for a year. */
export interface DueDraft extends RecurringRelease {
  readonly releaseDate: CivilDate
}

/** An anniversary that falls into the period asked for, or one whose release does. */
export interface Due extends Occasion {
  readonly drafts: readonly [DueDraft, ...DueDraft[]]
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

/** What is to be kept or released in a period, by the day of the anniversary; of one day the older event first, then in the order of the drafts. */
export function dueIn(period: Period, occasions: readonly Occasion[]): Due[] {
  const due = occasions.flatMap(({ event, drafts }) =>
    // A release near the turn of a year belongs to the anniversary of the next or the last.
    yearsOf(period, event, 1).flatMap((year): Due[] => {
      const date = occurrenceIn(year, event.yearly)
      if (!date) return []
      const [first, ...others] = drafts
      const issued = [datedFor(date, first), ...others.map((draft) => datedFor(date, draft))] as const
      const days = [date, ...issued.map(({ releaseDate }) => releaseDate)]
      if (!days.some((day) => isWithin(period, day))) return []
      const years = year - event.year
      return [{ event, drafts: issued, date, years, isRound: isRoundYear(years) }]
    }),
  )
  return due.sort((a, b) => epochDay(a.date) - epochDay(b.date) || b.years - a.years)
}

/** The years of a period in which a leap day is omitted, by year. */
export function skippedIn(period: Period, occasions: readonly Occasion[]): Skipped[] {
  const skipped = occasions.flatMap(({ event, drafts }) =>
    yearsOf(period, event, 0)
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

/** The years of a period that have an anniversary, with so many more on either side. */
function yearsOf({ first, last }: Period, event: Event, more: number): number[] {
  const from = Math.max(first.year - more, event.year + 1)
  const to = Math.min(last.year + more, YEARS.last)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

/** A draft issued for the year of an occurrence; one that would leave the calendar keeps the day itself. */
function datedFor(occurrence: CivilDate, release: RecurringRelease): DueDraft {
  const issued = anniversaryOf(release.event, { date: release.date, year: occurrence.year })
  return { ...release, releaseDate: issued.ok ? issued.date : occurrence }
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
