import type { Rule } from './rule.ts'
import { contactMissing } from './rules/contact-missing.ts'
import { embargoInPast } from './rules/embargo-in-past.ts'
import { ordinalStale } from './rules/ordinal-stale.ts'
import { placeholderLeft } from './rules/placeholder-left.ts'
import { quoteUnbalanced } from './rules/quote-unbalanced.ts'
import { repeatedWord } from './rules/repeated-word.ts'
import { weekdayMismatch } from './rules/weekday-mismatch.ts'

/** Every rule there is, by name; a file in `rules/` that is not listed fails a test. */
export const RULES: readonly Rule[] = [
  contactMissing,
  embargoInPast,
  ordinalStale,
  placeholderLeft,
  quoteUnbalanced,
  repeatedWord,
  weekdayMismatch,
]
