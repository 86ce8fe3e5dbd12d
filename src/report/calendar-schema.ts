import * as z from 'zod/mini'
import { isoDate, weekdayOf } from '../language/civil-date.ts'
import type { Due, RecurringRelease, Skipped } from '../release/due.ts'
import type { Period } from '../release/period.ts'

const draft = z.object({ draft: z.string(), language: z.string(), name: z.string() })
const issued = z.extend(draft, { release_date: z.iso.date() })

/** What `release calendar --json` prints; the README shows it. */
export const calendarSchema = z.object({
  version: z.literal(1),
  from: z.iso.date(),
  to: z.iso.date(),
  due: z.array(
    z.object({
      date: z.iso.date(),
      weekday: z.string(),
      years: z.number(),
      round: z.boolean(),
      occasion: z.string(),
      languages: z.array(z.string()),
      drafts: z.array(issued),
    }),
  ),
  skipped: z.array(
    z.object({ year: z.number(), occasion: z.string(), reason: z.string(), drafts: z.array(draft) }),
  ),
})

/** The report of `release calendar --json`. */
export type CalendarReport = z.output<typeof calendarSchema>

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** What is due, and what is left out of a period, as data. */
export function calendarReport(
  period: Period,
  due: readonly Due[],
  skipped: readonly Skipped[],
): CalendarReport {
  return {
    version: 1,
    from: isoDate(period.first),
    to: isoDate(period.last),
    due: due.map(({ date, years, isRound, drafts }) => ({
      date: isoDate(date),
      weekday: WEEKDAYS[weekdayOf(date)] ?? '',
      years,
      round: isRound,
      occasion: drafts[0].name,
      languages: [...new Set(drafts.map(({ language }) => language))],
      drafts: drafts.map((draft) => ({ ...draftOf(draft), release_date: isoDate(draft.releaseDate) })),
    })),
    skipped: skipped.map(({ year, drafts }) => ({
      year,
      occasion: drafts[0].name,
      reason: `${year} has no 29 February, and the occasion omits it`,
      drafts: drafts.map(draftOf),
    })),
  }
}

function draftOf({ draft: path, language, name }: RecurringRelease) {
  return { draft: path, language, name }
}
