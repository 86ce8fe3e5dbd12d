import type { Language } from '../../language/language.ts'
import { findDates, type WrittenDate } from './find-dates.ts'
import { findPhrases, type Phrase } from './find-phrases.ts'
import { findTable } from './find-table.ts'
import { findUnread } from './find-unread.ts'
import { findRelative, findYears, type Mention } from './find-years.ts'
import type { Passage } from './passage.ts'

/** All that a new year can make stale in a passage, each found when it is asked for; offsets point into its text. */
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
  const dates = once(() => findDates(text, table))
  const phrases = once(() => {
    const isFree = (one: { start: number; end: number }) =>
      dates().every(({ start, end }) => one.end <= start || one.start >= end)
    return findPhrases(text, language.anniversary, table).filter(isFree)
  })
  const years = once(() => findYears(text, () => [...dates(), ...phrases()]))
  const relative = once(() => findRelative(text, table, dates()))
  const unread = once(() => findUnread(text, table, [...dates(), ...phrases(), ...years()]))
  return {
    passage,
    get phrases() {
      return phrases()
    },
    get dates() {
      return dates()
    },
    get years() {
      return years()
    },
    get relative() {
      return relative()
    },
    get unread() {
      return unread()
    },
  }
}

function once<T extends object>(find: () => T): () => T {
  let found: T | undefined
  return () => {
    found ??= find()
    return found
  }
}
