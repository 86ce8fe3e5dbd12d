import { correctionTargetUnknown } from './rules/correction-target-unknown.ts'
import { referenceDuplicate } from './rules/reference-duplicate.ts'
import { referenceGap } from './rules/reference-gap.ts'
import { translationDrift } from './rules/translation-drift.ts'
import type { SetRule } from './set-rule.ts'

/** Every rule that compares the drafts of a run, by name; a file in `sets/rules/` that is not listed fails a test. */
export const SET_RULES: readonly SetRule[] = [
  correctionTargetUnknown,
  referenceDuplicate,
  referenceGap,
  translationDrift,
]
