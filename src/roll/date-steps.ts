import type { WrittenDate } from '../check/scan/find-dates.ts'
import { normalise } from '../check/scan/normalise.ts'
import { type CivilDate, isoDate, weekdayOf } from '../language/civil-date.ts'
import type { ScannedText, Step, Turn } from './roll.ts'
import { changed, left, textOf } from './step.ts'
import { rewriteDate } from './write-date.ts'

/** What becomes of a passage's dates: those of the release and of its anniversary move, others stay. */
export function dateSteps({ passage, dates }: ScannedText, turn: Turn): Step[] {
  return dates.flatMap((date) => {
    const target = targetOf(date, turn)
    const written = textOf(passage, date)
    if (!target) {
      const isNew = date.year !== undefined && date.year >= turn.from.date.year
      const isBound = date.year === undefined && date.weekday !== undefined
      if (!isNew && !isBound) return movedAway(date, turn) ? [left(passage, date, stale(written, turn))] : []
      return [left(passage, date, stale(written, turn))]
    }
    const isFixed = passage.fixed !== undefined || passage.isQuoted(date.start, date.end)
    if (isFixed || isRange(passage.text.slice(0, date.start), date, target.to)) {
      return [left(passage, date, stale(written, turn))]
    }
    if (turn.recurring) return expressionSteps(passage, date, target, turn)
    return rewriteDate(date, target.to, turn.language).flatMap((part) =>
      changed(passage, part, part.text, `the ${target.what} is ${isoDate(target.to)}`),
    )
  })
}

interface Target {
  readonly what: 'release' | 'anniversary'
  readonly to: CivilDate
}

function targetOf(date: WrittenDate, { from, to }: Turn): Target | undefined {
  const isSame = (day: CivilDate | undefined) =>
    day !== undefined &&
    day.day === date.day &&
    day.month === date.month &&
    // Without a year only the right weekday tells that this year's day is meant.
    (date.year === undefined ? date.weekday === weekdayOf(day) : date.year === day.year)
  if (isSame(from.date)) return { what: 'release', to: to.date }
  return isSame(from.occurrence) && to.occurrence ? { what: 'anniversary', to: to.occurrence } : undefined
}

// "27–28 February" where the 28th becomes 1 March: what stands before would have to move, too.
function isRange(before: string, { day, month }: WrittenDate, to: CivilDate): boolean {
  return /\d[^\d.;]{1,5}$/.test(before) && (day !== to.day || month !== to.month)
}

// "on 28 February" where the release moves to the 29th.
function movedAway({ day, month, year }: WrittenDate, { from, to }: Turn): boolean {
  const isReleaseDay = year === undefined && day === from.date.day && month === from.date.month
  return isReleaseDay && (day !== to.date.day || month !== to.date.month)
}

function expressionSteps(
  passage: ScannedText['passage'],
  date: WrittenDate,
  target: Target,
  turn: Turn,
): Step[] {
  const isOurs = normalise(turn.language.longDate(turn.from.date)) === normalise(textOf(passage, date))
  const isRelease =
    isoDate(turn.from.date) ===
    isoDate(target.what === 'release' ? turn.from.date : (turn.from.occurrence ?? turn.from.date))
  if (isOurs && isRelease) return changed(passage, date, '{{date release.date}}', 'expression')
  const message = `"${textOf(passage, date)}" is the ${target.what}'s day in another form than {{date release.date}}`
  return [
    left(passage, date, {
      rule: 'release-date-stale',
      message,
      hint: 'write {{date release.date}}, without weekday',
    }),
  ]
}

function stale(written: string, turn: Turn) {
  const message = `"${written}" in a release that is now for ${turn.recurring ? 'every year' : turn.to.date.year}`
  return {
    rule: 'release-date-stale',
    message,
    hint: 'is it still right? only the dates of the release and its anniversary moved',
  }
}
