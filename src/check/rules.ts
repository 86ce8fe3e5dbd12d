import { FACT_RULES } from './fact-rules.ts'
import type { Rule } from './rule.ts'
import { acronymUndefined } from './rules/acronym-undefined.ts'
import { addressFormat } from './rules/address-format.ts'
import { altMissing } from './rules/alt-missing.ts'
import { apostropheError } from './rules/apostrophe-error.ts'
import { approvalMissing } from './rules/approval-missing.ts'
import { articleAAn } from './rules/article-a-an.ts'
import { attachmentMissing } from './rules/attachment-missing.ts'
import { boilerplateMissing } from './rules/boilerplate-missing.ts'
import { bracketUnbalanced } from './rules/bracket-unbalanced.ts'
import { confusableWord } from './rules/confusable-word.ts'
import { dashStyle } from './rules/dash-style.ts'
import { dateFormat } from './rules/date-format.ts'
import { emailFormat } from './rules/email-format.ts'
import { endMarkInBody } from './rules/end-mark-in-body.ts'
import { exclamation } from './rules/exclamation.ts'
import { footnoteDangling } from './rules/footnote-dangling.ts'
import { headingLevelSkip } from './rules/heading-level-skip.ts'
import { headlineLength } from './rules/headline-length.ts'
import { invisibleChar } from './rules/invisible-char.ts'
import { issuerMissing } from './rules/issuer-missing.ts'
import { linkBare } from './rules/link-bare.ts'
import { linkDead } from './rules/link-dead.ts'
import { linkText } from './rules/link-text.ts'
import { markdownAccident } from './rules/markdown-accident.ts'
import { mixedScriptWord } from './rules/mixed-script-word.ts'
import { nameInconsistent } from './rules/name-inconsistent.ts'
import { notNfc } from './rules/not-nfc.ts'
import { nounOfMissing } from './rules/noun-of-missing.ts'
import { numberFormat } from './rules/number-format.ts'
import { numberStyle } from './rules/number-style.ts'
import { numberWordHyphen } from './rules/number-word-hyphen.ts'
import { paragraphLong } from './rules/paragraph-long.ts'
import { phoneFormat } from './rules/phone-format.ts'
import { quoteAttribution } from './rules/quote-attribution.ts'
import { quoteLocale } from './rules/quote-locale.ts'
import { quoteStyleMixed } from './rules/quote-style-mixed.ts'
import { quoteUnbalanced } from './rules/quote-unbalanced.ts'
import { rangeDash } from './rules/range-dash.ts'
import { relativeTime } from './rules/relative-time.ts'
import { repeatedWord } from './rules/repeated-word.ts'
import { sentenceLong } from './rules/sentence-long.ts'
import { spacing } from './rules/spacing.ts'
import { spellingVariant } from './rules/spelling-variant.ts'
import { summaryLength } from './rules/summary-length.ts'
import { terminology } from './rules/terminology.ts'
import { translationUnmarked } from './rules/translation-unmarked.ts'

const OTHERS: readonly Rule[] = [
  acronymUndefined,
  addressFormat,
  altMissing,
  apostropheError,
  approvalMissing,
  articleAAn,
  attachmentMissing,
  boilerplateMissing,
  bracketUnbalanced,
  confusableWord,
  dashStyle,
  dateFormat,
  emailFormat,
  endMarkInBody,
  exclamation,
  footnoteDangling,
  headingLevelSkip,
  headlineLength,
  invisibleChar,
  issuerMissing,
  linkBare,
  linkDead,
  linkText,
  markdownAccident,
  mixedScriptWord,
  nameInconsistent,
  notNfc,
  nounOfMissing,
  numberFormat,
  numberStyle,
  numberWordHyphen,
  paragraphLong,
  phoneFormat,
  quoteAttribution,
  quoteLocale,
  quoteStyleMixed,
  quoteUnbalanced,
  rangeDash,
  relativeTime,
  repeatedWord,
  sentenceLong,
  spacing,
  spellingVariant,
  summaryLength,
  terminology,
  translationUnmarked,
]

/** Every rule there is, by name; a file in `rules/` that is not listed fails a test. */
export const RULES: readonly Rule[] = [...FACT_RULES, ...OTHERS].sort((a, b) => (a.id < b.id ? -1 : 1))
