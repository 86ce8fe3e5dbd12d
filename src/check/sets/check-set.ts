import type { Finding, Severity } from '../../finding.ts'
import { allows } from '../allowances.ts'
import type { CheckSettings } from '../settings.ts'
import type { DraftSet, SetFinding, SetRule, Spot } from './set-rule.ts'
import { SET_RULES } from './set-rules.ts'

/**
 * Compares the drafts of a run with every rule of sets that the project's levels ask for. A pure function.
 * Findings in quotations are `info`; allowed ones are left out.
 */
export function checkSet(
  set: DraftSet,
  settings: CheckSettings,
  rules: readonly SetRule[] = SET_RULES,
): Finding[] {
  return rules.flatMap((rule) => {
    const level = settings.levels.get(rule.id) ?? rule.severity
    if (level === 'off') return []
    const isAllowed = ({ draft, at }: SetFinding) =>
      draft.allowances.some((one) => allows(one, { rule: rule.id, start: at.start }))
    return [...rule.check(set, settings)]
      .filter((found) => !isAllowed(found))
      .map((found) => placed(rule.id, level, found))
  })
}

function placed(rule: string, level: Severity, { draft, at, message, hint, related }: SetFinding): Finding {
  return {
    severity: at.isQuoted ? 'info' : level,
    rule,
    message,
    hint,
    path: draft.path,
    ...placeOf(at),
    ...(related.length === 0
      ? {}
      : {
          related: related.map((one) => ({ message: one.message, path: one.draft.path, ...placeOf(one.at) })),
        }),
  }
}

function placeOf({ line, column, end }: Spot) {
  return { line, column, ...(end === undefined ? {} : { end }) }
}
