import { MASK } from '../check/scan/passage.ts'
import type { ScannedText, Step, Turn } from './roll.ts'
import { left } from './step.ts'

/** Bare years from the old release's on, and words such as "this year": nobody but a person can tell. */
export function wordSteps({ passage, years, relative, phrases, unread }: ScannedText, turn: Turn): Step[] {
  const bare = years
    .filter(({ written }) => Number(written) >= turn.from.date.year)
    .map((year) =>
      left(passage, year, {
        rule: 'year-stale',
        message: `the year ${year.written}`,
        hint: turn.recurring
          ? 'if it is the year of the release: {{release.year}}'
          : `if it is the year of the release: ${Number(year.written) + turn.to.date.year - turn.from.date.year}`,
      }),
    )
  const leaning = relative
    .filter(
      ({ start }) =>
        !isAfterExpression(passage.text, start) &&
        !phrases.some((phrase) => phrase.kind === 'ago' && isToday(passage.text, phrase.end, start, turn)),
    )
    .map((word) =>
      left(passage, word, {
        rule: 'relative-time',
        message: `"${word.written}" leans on the day of reading`,
        hint: 'is it still true? better: name the date',
      }),
    )
  const odd = unread.map((number) =>
    left(passage, number, {
      rule: 'ordinal-stale',
      message: `"${number.written}" holds a number in a form that is not read`,
      hint: 'is it the anniversary? in figures or words it would be kept up to date',
    }),
  )
  return [...bare, ...leaning, ...odd]
}

// "Thirty-five years ago today" stays right where the release is of the anniversary's own day.
function isToday(text: string, end: number, start: number, { from, to }: Turn): boolean {
  const isDay = ({ date, occurrence }: Turn['from']) =>
    occurrence !== undefined && date.day === occurrence.day && date.month === occurrence.month
  return start >= end && /^[\s,]*$/.test(text.slice(end, start)) && isDay(from) && isDay(to)
}

// "{{capitalize anniversary.years_ago}} today": the draft has been recurring all along.
function isAfterExpression(text: string, start: number): boolean {
  return text
    .slice(0, start)
    .replace(/[\s,]+$/, '')
    .endsWith(MASK)
}
