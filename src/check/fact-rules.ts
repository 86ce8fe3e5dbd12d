import type { Rule } from './rule.ts'
import { cardinalUsedAsOrdinal } from './rules/cardinal-used-as-ordinal.ts'
import { celebratoryTone } from './rules/celebratory-tone.ts'
import { contactMissing } from './rules/contact-missing.ts'
import { correctionIncomplete } from './rules/correction-incomplete.ts'
import { dateImpossible } from './rules/date-impossible.ts'
import { datelineMismatch } from './rules/dateline-mismatch.ts'
import { embargoConflict } from './rules/embargo-conflict.ts'
import { embargoInPast } from './rules/embargo-in-past.ts'
import { embargoZone } from './rules/embargo-zone.ts'
import { linkMalformed } from './rules/link-malformed.ts'
import { listCountMismatch } from './rules/list-count-mismatch.ts'
import { ordinalStale } from './rules/ordinal-stale.ts'
import { ordinalSuffix } from './rules/ordinal-suffix.ts'
import { ordinalUsedAsCardinal } from './rules/ordinal-used-as-cardinal.ts'
import { placeholderLeft } from './rules/placeholder-left.ts'
import { quoteDrift } from './rules/quote-drift.ts'
import { quoteUnverified } from './rules/quote-unverified.ts'
import { referenceInvalid } from './rules/reference-invalid.ts'
import { releaseDateStale } from './rules/release-date-stale.ts'
import { templateUnresolved } from './rules/template-unresolved.ts'
import { weekdayMismatch } from './rules/weekday-mismatch.ts'
import { yearArithmetic } from './rules/year-arithmetic.ts'

/** The rules of the group `facts`, by name: all that a build loads. */
export const FACT_RULES: readonly Rule[] = [
  cardinalUsedAsOrdinal,
  celebratoryTone,
  contactMissing,
  correctionIncomplete,
  dateImpossible,
  datelineMismatch,
  embargoConflict,
  embargoInPast,
  embargoZone,
  linkMalformed,
  listCountMismatch,
  ordinalStale,
  ordinalSuffix,
  ordinalUsedAsCardinal,
  placeholderLeft,
  quoteDrift,
  quoteUnverified,
  referenceInvalid,
  releaseDateStale,
  templateUnresolved,
  weekdayMismatch,
  yearArithmetic,
]
