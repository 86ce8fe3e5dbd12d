import type { WordForm } from '../../language/anniversary-words.ts'

/** Which of the things that a new year makes stale a phrase is. */
export type PhraseKind = 'ordinal' | 'years' | 'ago' | 'jubilee'

/** A number with the words around it: "N years ago", "N-jährigen". */
export interface Frame {
  readonly kind: Exclude<PhraseKind, 'ordinal'>
  /** What stands before the number, with its blank. */
  readonly before?: string
  /** What stands behind it, with its blank, by N. */
  readonly after: (n: number) => string
  /** Forms of the number in words; none: figures only. */
  readonly forms: readonly WordForm[]
  /** Numbers that the frame cannot say in words. */
  readonly never?: (n: number) => boolean
  /** What must stand before it, where the same letters can be two cases. */
  readonly when?: RegExp
  /** True where `after` is the same for all N but 1: an expression can stand for the number. */
  readonly steady?: boolean
}

/** What scanners need to know of a language beside its number words and dates. */
export interface ScanTable {
  /** Forms of ordinals that are looked for, the likeliest first. */
  readonly ordinals: readonly WordForm[]
  /** The nouns that anniversaries are called by; `form` is what they ask of the ordinal. */
  readonly nouns: readonly {
    readonly words: string
    readonly form?: WordForm
    readonly when?: RegExp
  }[]
  /** Where the noun stands, seen from the ordinal. */
  readonly noun: 'after' | 'before'
  readonly frames: readonly Frame[]
  /** Forms of cardinals that count something else than years: "две делегации". */
  readonly counting?: readonly WordForm[]
  /** Letters that stand in the words of 100 to 199, 200 to 299 and so on to 999, all normalised. */
  readonly hundreds: readonly RegExp[]
  /** Other spellings of the same words, each made from our own. */
  readonly spellings: readonly ((text: string) => string)[]
  /** Other spellings of ordinals in figures: "28ème". */
  readonly figures?: readonly ((text: string) => string)[]
  /** What stands before a number that is only the end of a larger one: "two thousand and first". */
  readonly goesOn?: RegExp
  /** Years that are no anniversary: what stands right before or behind "28 years". */
  readonly others: { readonly before?: RegExp; readonly after?: RegExp }
  /** Names of the months from January on, each with all its forms. */
  readonly months: readonly string[]
  /** Names of the days of the week from Sunday on, each with all its forms, in the same order of forms. */
  readonly weekdays: readonly string[]
  /** Shapes of dates: {wd} weekday, {d} day, {m} month, {y} year. */
  readonly dates: readonly string[]
  /** What may stand around a day or a year: `er` in `1er`, `-ci` in `2020-ci`. */
  readonly day?: string
  readonly year?: string
  /** Words that lean on the day of reading: "this year". */
  readonly relative: string
  /** True where words are written without blanks. */
  readonly unspaced?: boolean
  /** Letters that may be grown to the front of a word: Arabic "و". */
  readonly clitics?: string
}
