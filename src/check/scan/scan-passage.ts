import type { Language } from '../../language/language.ts'
import { type Cardinal, findCardinals } from './find-cardinals.ts'
import { findDates, type WrittenDate } from './find-dates.ts'
import { findPhrases, type Phrase } from './find-phrases.ts'
import { findTable } from './find-table.ts'
import { findUnread } from './find-unread.ts'
import { findRelative, findYears, type Mention } from './find-years.ts'
import { normalise } from './normalise.ts'
import type { Passage } from './passage.ts'

/** All that a new year can make stale in a passage, each found when it is asked for; offsets point into its text. */
export interface Scan {
  readonly passage: Passage
  /** Its text as scanners compare it, of the same length. */
  readonly normal: string
  /** Numbers that count, whatever else they may be a part of. */
  readonly cardinals: readonly Cardinal[]
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
  const { text } = passage
  const normal = normalise(text)
  if (!table)
    return { passage, normal, cardinals: [], phrases: [], dates: [], years: [], relative: [], unread: [] }
  const cardinals = once(() => findCardinals(normal, language.anniversary, table))
  const dates = once(() => findDates(text, normal, table))
  const phrases = once(() => {
    const isFree = (one: { start: number; end: number }) =>
      dates().every(({ start, end }) => one.end <= start || one.start >= end)
    return findPhrases(normal, language.anniversary, table).filter(isFree)
  })
  const years = once(() => findYears(text, () => [...dates(), ...phrases()]))
  const relative = once(() => findRelative(text, normal, table, dates()))
  const unread = once(() => findUnread(text, normal, table, [...dates(), ...phrases(), ...years()]))
  return {
    passage,
    normal,
    get cardinals() {
      return cardinals()
    },
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
