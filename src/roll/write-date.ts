import { formsOf, type WrittenDate } from '../check/scan/find-dates.ts'
import { findTable } from '../check/scan/find-table.ts'
import { normalise } from '../check/scan/normalise.ts'
import { capitalize } from '../language/capitalize.ts'
import { type CivilDate, weekdayOf } from '../language/civil-date.ts'
import type { Language } from '../language/language.ts'

/** A part of a passage's text and what it shall read. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The parts of a written date as they read on another day, in the same shape. */
export function rewriteDate(written: WrittenDate, date: CivilDate, language: Language): Replacement[] {
  const table = findTable(language)
  if (!table) return []
  const { d, m, y, wd } = written.parts
  const parts = [{ ...d, text: dayText(d.written, date.day, language) }]
  const month = /^\d+$/.test(m.written)
    ? String(date.month).padStart(m.written.startsWith('0') || written.isIso ? 2 : 1, '0')
    : sameForm(table.months, m.written, written.month - 1, date.month - 1, language)
  parts.push({ ...m, text: month })
  if (y) parts.push({ ...y, text: y.written.length > 4 ? ordinal(date.year, language) : String(date.year) })
  if (wd && written.weekday !== undefined) {
    parts.push({
      ...wd,
      text: sameForm(table.weekdays, wd.written, written.weekday, weekdayOf(date), language),
    })
  }
  return parts.map(({ start, end, text }) => ({ start, end, text }))
}

function dayText(written: string, day: number, language: Language): string {
  const ending = written.replace(/^\d+/, '')
  // "1er mars", but "2 mars".
  if (language.tag === 'fr') return day === 1 ? '1er' : String(day)
  if (ending !== '' && language.tag.startsWith('en')) return ordinal(day, language)
  return String(day).padStart(written.startsWith('0') ? 2 : 1, '0')
}

function ordinal(n: number, language: Language): string {
  const words = language.anniversary.ordinal(n)
  return words.ok ? words.text : String(n)
}

function sameForm(
  names: readonly string[],
  written: string,
  from: number,
  to: number,
  language: Language,
): string {
  const index = formsOf(names, from).findIndex((form) => normalise(form) === normalise(written))
  const forms = formsOf(names, to)
  const name = forms[index] ?? forms[0] ?? written
  return /^\p{Lu}/u.test(written) ? capitalize(name, language.tag) : name
}
