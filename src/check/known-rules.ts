import type { RuleCard } from './rule.ts'
import { RULES } from './rules.ts'
import { SET_RULES } from './sets/set-rules.ts'

/** Every rule that a project can name, by name: those of one release and those of a set. */
export const KNOWN_RULES: readonly RuleCard[] = [...RULES, ...SET_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
)
