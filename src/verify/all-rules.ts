import type { RuleCard } from '../check/rule.ts'
import { RULES } from '../check/rules.ts'
import { OUTPUT_RULES } from './output-rules.ts'

/** Every rule whose level a project may set: those on drafts, then those on built outputs. */
export const ALL_RULES: readonly RuleCard[] = [...RULES, ...OUTPUT_RULES]
