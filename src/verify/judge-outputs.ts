import type { Level } from '../check/rule.ts'
import type { BuiltRelease } from './output-rule.ts'
import { OUTPUT_RULES } from './output-rules.ts'
import type { Problem } from './verification.ts'

/** What a project asks of the rules on outputs. */
export interface OutputSettings {
  /** Levels by rule; a rule that is not named keeps its own. */
  readonly levels: ReadonlyMap<string, Level>
  /** Numbers that rules compare with, by name. */
  readonly thresholds: Readonly<Record<string, number>>
}

/** What holds where a project asks for nothing. */
export const USUAL_SETTINGS: OutputSettings = { levels: new Map(), thresholds: {} }

/** Looks at the outputs of one release with every rule that the project's levels ask for. A pure function. */
export function judgeOutputs(
  release: Omit<BuiltRelease, 'thresholds'>,
  { levels, thresholds }: OutputSettings,
): Problem[] {
  return OUTPUT_RULES.flatMap((rule): Problem[] => {
    const severity = levels.get(rule.id) ?? rule.severity
    if (severity === 'off') return []
    const found = [...rule.check({ ...release, thresholds })]
    return found.map((finding) => ({ severity, rule: rule.id, ...finding }))
  })
}
