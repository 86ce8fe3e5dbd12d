import type { RuleCard } from '../check/rule.ts'
import { RULES } from '../check/rules.ts'
import { SET_RULES } from '../check/sets/set-rules.ts'
import { OUTPUT_RULES } from './output-rules.ts'

const ON_DRAFTS = [...RULES, ...SET_RULES].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Every rule whose level a project may set: those on drafts and sets of them by name, then those on outputs. */
export const ALL_RULES: readonly RuleCard[] = [...ON_DRAFTS, ...OUTPUT_RULES]
