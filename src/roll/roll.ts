import type { Scan } from '../check/scan/scan-passage.ts'
import type { CivilDate } from '../language/civil-date.ts'
import type { Language } from '../language/language.ts'
import type { Event } from '../release/occasion-date.ts'
import type { Edit } from './edits.ts'
import type { FieldText } from './front-matter.ts'

/** What is asked for. */
export interface RollOptions {
  /** The year of the new release. */
  readonly year: number
  /** True: expressions instead of the new year's numbers. */
  readonly recurring?: boolean
  /** Date that the file's name begins with, where the draft has none. */
  readonly fileDate?: string | undefined
  /** Language of a draft that names none. */
  readonly language?: string | undefined
}

/** What changes from the old release to the new one. */
export interface Turn {
  readonly language: Language
  readonly recurring: boolean
  readonly from: Side
  readonly to: Side
  /** The event, where its day is known. */
  readonly event: Event | undefined
}

/** One of the two releases. */
export interface Side {
  readonly date: CivilDate
  /** N, where it is known. */
  readonly years: number | undefined
  /** The anniversary's day, where it is known. */
  readonly occurrence: CivilDate | undefined
}

/** A passage with its scan and the field it belongs to; none: the body. */
export interface ScannedText extends Scan {
  readonly field: FieldText | undefined
}

/** Something done, or something left to a person. */
export type Step =
  | (Edit & { readonly because: string })
  | {
      /** Offsets into the old source. */
      readonly start: number
      readonly end: number
      readonly severity: 'warning' | 'info'
      readonly rule: string
      readonly message: string
      readonly hint: string
    }
