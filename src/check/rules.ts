import type { Rule } from './rule.ts'
import { addressFormat } from './rules/address-format.ts'
import { altMissing } from './rules/alt-missing.ts'
import { approvalMissing } from './rules/approval-missing.ts'
import { boilerplateMissing } from './rules/boilerplate-missing.ts'
import { cardinalUsedAsOrdinal } from './rules/cardinal-used-as-ordinal.ts'
import { contactMissing } from './rules/contact-missing.ts'
import { correctionIncomplete } from './rules/correction-incomplete.ts'
import { dateFormat } from './rules/date-format.ts'
import { dateImpossible } from './rules/date-impossible.ts'
import { datelineMismatch } from './rules/dateline-mismatch.ts'
import { emailFormat } from './rules/email-format.ts'
import { embargoConflict } from './rules/embargo-conflict.ts'
import { embargoInPast } from './rules/embargo-in-past.ts'
import { embargoZone } from './rules/embargo-zone.ts'
import { endMarkInBody } from './rules/end-mark-in-body.ts'
import { footnoteDangling } from './rules/footnote-dangling.ts'
import { headingLevelSkip } from './rules/heading-level-skip.ts'
import { headlineLength } from './rules/headline-length.ts'
import { linkBare } from './rules/link-bare.ts'
import { linkMalformed } from './rules/link-malformed.ts'
import { linkText } from './rules/link-text.ts'
import { listCountMismatch } from './rules/list-count-mismatch.ts'
import { markdownAccident } from './rules/markdown-accident.ts'
import { nounOfMissing } from './rules/noun-of-missing.ts'
import { numberFormat } from './rules/number-format.ts'
import { numberWordHyphen } from './rules/number-word-hyphen.ts'
import { ordinalStale } from './rules/ordinal-stale.ts'
import { ordinalSuffix } from './rules/ordinal-suffix.ts'
import { ordinalUsedAsCardinal } from './rules/ordinal-used-as-cardinal.ts'
import { phoneFormat } from './rules/phone-format.ts'
import { placeholderLeft } from './rules/placeholder-left.ts'
import { quoteUnbalanced } from './rules/quote-unbalanced.ts'
import { rangeDash } from './rules/range-dash.ts'
import { referenceInvalid } from './rules/reference-invalid.ts'
import { releaseDateStale } from './rules/release-date-stale.ts'
import { repeatedWord } from './rules/repeated-word.ts'
import { summaryLength } from './rules/summary-length.ts'
import { templateUnresolved } from './rules/template-unresolved.ts'
import { translationUnmarked } from './rules/translation-unmarked.ts'
import { weekdayMismatch } from './rules/weekday-mismatch.ts'
import { yearArithmetic } from './rules/year-arithmetic.ts'

/** Every rule there is, by name; a file in `rules/` that is not listed fails a test. */
export const RULES: readonly Rule[] = [
  addressFormat,
  altMissing,
  approvalMissing,
  boilerplateMissing,
  cardinalUsedAsOrdinal,
  contactMissing,
  correctionIncomplete,
  dateFormat,
  dateImpossible,
  datelineMismatch,
  emailFormat,
  embargoConflict,
  embargoInPast,
  embargoZone,
  endMarkInBody,
  footnoteDangling,
  headingLevelSkip,
  headlineLength,
  linkBare,
  linkMalformed,
  linkText,
  listCountMismatch,
  markdownAccident,
  nounOfMissing,
  numberFormat,
  numberWordHyphen,
  ordinalStale,
  ordinalSuffix,
  ordinalUsedAsCardinal,
  phoneFormat,
  placeholderLeft,
  quoteUnbalanced,
  rangeDash,
  referenceInvalid,
  releaseDateStale,
  repeatedWord,
  summaryLength,
  templateUnresolved,
  translationUnmarked,
  weekdayMismatch,
  yearArithmetic,
]
