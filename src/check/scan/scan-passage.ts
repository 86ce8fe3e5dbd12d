import type { Language } from '../../language/language.ts'
import { type Cardinal, findCardinals } from './find-cardinals.ts'
import { findDates, type WrittenDate } from './find-dates.ts'
import { findPhrases, type Phrase } from './find-phrases.ts'
import { findTable } from './find-table.ts'
import { findUnread } from './find-unread.ts'
import { findRelative, findYears, type Mention } from './find-years.ts'
import { normalise } from './normalise.ts'
import type { Passage } from './passage.ts'
import type { ScanTable } from './table.ts'

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
  return new LazyScan(passage, language)
}

/** A class, as a passage has one and most are asked for little: its getters are made once for all. */
class LazyScan implements Scan {
  readonly passage: Passage
  readonly normal: string
  private readonly language: Language
  private readonly table: ScanTable | undefined
  private readonly found: { -readonly [Key in keyof Scan]?: Scan[Key] } = {}

  constructor(passage: Passage, language: Language) {
    this.passage = passage
    this.normal = normalise(passage.text)
    this.language = language
    this.table = findTable(language)
  }

  get cardinals(): readonly Cardinal[] {
    this.found.cardinals ??= this.table
      ? findCardinals(this.normal, this.language.anniversary, this.table)
      : []
    return this.found.cardinals
  }

  get dates(): readonly WrittenDate[] {
    this.found.dates ??= this.table ? findDates(this.passage.text, this.normal, this.table) : []
    return this.found.dates
  }

  get phrases(): readonly Phrase[] {
    this.found.phrases ??= this.table ? this.phrasesBesideDates(this.table) : []
    return this.found.phrases
  }

  get years(): readonly Mention[] {
    const taken = () => [...this.dates, ...this.phrases]
    this.found.years ??= this.table ? findYears(this.passage.text, taken) : []
    return this.found.years
  }

  get relative(): readonly Mention[] {
    this.found.relative ??= this.table
      ? findRelative(this.passage.text, this.normal, this.table, this.dates)
      : []
    return this.found.relative
  }

  get unread(): readonly Mention[] {
    this.found.unread ??= this.table
      ? findUnread(this.passage.text, this.normal, this.table, [
          ...this.dates,
          ...this.phrases,
          ...this.years,
        ])
      : []
    return this.found.unread
  }

  private phrasesBesideDates(table: ScanTable): Phrase[] {
    const isFree = (one: { start: number; end: number }) =>
      this.dates.every(({ start, end }) => one.end <= start || one.start >= end)
    return findPhrases(this.normal, this.language.anniversary, table).filter(isFree)
  }
}
