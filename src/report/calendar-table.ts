import { displayWidth } from '../markdown/text/display-width.ts'
import type { CalendarReport } from './calendar-schema.ts'
import { harmless, harmlessPath } from './harmless.ts'

const HEAD = ['Date', 'Weekday', 'N', 'Languages', 'Occasion', 'Release', 'Drafts']

/** Which column is aligned to the right: that of N. */
const RIGHT = 2

/** Which column tells the dates of the releases: left out where all are those of the anniversaries. */
const RELEASE = 5

/**
 * What is due, for people: a line an occasion, its further drafts on lines below. Round years bear a star.
 * Latin stands on both sides of a name, so that an Arabic one turns no other column around.
 */
export function calendarTable({ due }: CalendarReport): string {
  if (due.length === 0) return ''
  const rows = due.flatMap(({ date, weekday, years, round, languages, occasion, drafts }) => {
    const n = `${years}${round ? '*' : ' '}`
    const [first = [], ...others] = drafts.map((draft) => [draft.release_date, harmlessPath(draft.draft)])
    const row = [date, weekday, n, languages.join(' '), harmless(occasion), ...first]
    return [row, ...others.map((cells) => ['', '', '', '', '', ...cells])]
  })
  const isDated = due.some(({ date, drafts }) => drafts.some(({ release_date }) => release_date !== date))
  const all = [HEAD.map((title, column) => (column === RIGHT ? `${title} ` : title)), ...rows].map((row) =>
    row.filter((_, column) => isDated || column !== RELEASE),
  )
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))))
  return all.map((row) => `${lineOf(row, widths)}\n`).join('')
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => {
    const blank = ' '.repeat((widths[column] ?? 0) - displayWidth(cell))
    return column === RIGHT ? blank + cell : cell + blank
  })
  return cells.join('  ').trimEnd()
}
