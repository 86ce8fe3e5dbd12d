import type { Language } from '../../language/language.ts'
import { findDates, type WrittenDate } from './find-dates.ts'
import { findPhrases, type Phrase } from './find-phrases.ts'
import { findTable } from './find-table.ts'
import { findUnread } from './find-unread.ts'
import { findRelative, findYears, type Mention } from './find-years.ts'
import type { Passage } from './passage.ts'

/** All that a new year can make stale in a passage; offsets point into the passage's text. */
export interface Scan {
  readonly passage: Passage
  readonly phrases: readonly Phrase[]
  readonly dates: readonly WrittenDate[]
  readonly years: readonly Mention[]
  readonly relative: readonly Mention[]
  /** Numbers of anniversaries in a form that is not read. */
  readonly unread: readonly Mention[]
}

/** Scans a passage; in languages without number words of ours nothing is found. */
export function scanPassage(passage: Passage, language: Language): Scan {
  const table = findTable(language)
  if (!table) return { passage, phrases: [], dates: [], years: [], relative: [], unread: [] }
  const { text } = passage
  const dates = findDates(text, table)
  const isFree = (one: { start: number; end: number }) =>
    dates.every(({ start, end }) => one.end <= start || one.start >= end)
  const phrases = findPhrases(text, language.anniversary, table).filter(isFree)
  const years = findYears(text, [...dates, ...phrases])
  const relative = findRelative(text, table, dates)
  const unread = findUnread(text, table, [...dates, ...phrases, ...years])
  return { passage, phrases, dates, years, relative, unread }
}
