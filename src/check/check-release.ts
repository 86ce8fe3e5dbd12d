import type { LocalFinding, Severity } from '../finding.ts'
import { allowances } from './allowances.ts'
import { type CheckContext, type CheckInput, contextOf } from './context.ts'
import type { Mask, Rule, RuleCard, RuleFinding, Span } from './rule.ts'

/** What is asked of a check beside the release. */
export interface CheckScope {
  readonly rules: readonly Rule[]
  /** Rules that run elsewhere, on sets or on what was built: a draft may allow them, and nothing is known of their findings. */
  readonly others?: readonly RuleCard[]
  /** True where these are not all rules: what is the matter with exceptions is not told. */
  readonly isPart?: boolean
  /** The highest level that findings may have: a build warns, and does not fail. */
  readonly atMost?: 'warning'
}

/**
 * Looks at a composed release with those of the rules that its language and the project's levels ask for. A pure
 * function. Findings in quotations are `info` and never have a fix; allowed ones are left out.
 */
export function checkRelease(input: CheckInput, scope: CheckScope): LocalFinding[] {
  return checkContext(contextOf(input), scope)
}

/** As `checkRelease`, where what rules look at is put together already. */
export function checkContext(context: CheckContext, scope: CheckScope): LocalFinding[] {
  const { rules, others = [], isPart, atMost } = scope
  const primary = context.tag.split('-')[0]?.toLowerCase() ?? ''
  const unfed = rules.filter(({ needs }) => needs === 'answers' && context.surroundings.answers === undefined)
  const found = rules.flatMap((rule) => {
    const level = context.settings.levels.get(rule.id) ?? rule.severity
    const isAsked =
      level !== 'off' &&
      (rule.languages === undefined || (context.isInLanguage && rule.languages.includes(primary)))
    if (!isAsked) return []
    const isOwn = level === rule.severity
    return [...rule.check(context)].flatMap((finding) => {
      if (isMasked(finding, rule.skips ?? [], context)) return []
      const own = isOwn ? (finding.severity ?? level) : level
      const severity = rule.isOfQuotations ? own : severityOf(finding, own, context)
      return [{ rule: rule.id, ...finding, severity }]
    })
  })
  const allowed = allowances(context, isPart ? [] : rules, [...others, ...unfed])
  const kept = found.filter((finding) => !allowed.covers(finding))
  const all = isPart ? kept : [...kept, ...allowed.faults(context)]
  return all
    .map((finding) => placed(finding, context, atMost))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

/** A rule's finding with the rule's name and what became of its severity. */
export type FoundSpan = RuleFinding & { readonly rule: string; readonly severity: Severity }

function isMasked(finding: RuleFinding, skips: readonly Mask[], { masks }: CheckContext): boolean {
  return skips.some((mask) => masks.touches(mask, finding))
}

function severityOf(finding: RuleFinding, own: Severity, { masks }: CheckContext): Severity {
  return masks.covers('quotation', finding) || masks.covers('block-quote', finding) ? 'info' : own
}

/** Nothing of a quotation, of code or of an address is ever changed, whatever a rule proposes. */
const UNTOUCHED: readonly Mask[] = ['quotation', 'block-quote', 'code', 'address']

function placed(
  finding: FoundSpan,
  { masks, offsets, source }: CheckContext,
  atMost?: 'warning',
): LocalFinding {
  const { rule, severity, message, hint, fix, related } = finding
  const isOpen =
    fix !== undefined && !UNTOUCHED.some((mask) => masks.touches(mask, fix)) && isPlainYaml(source, fix)
  const lowered = atMost === 'warning' && severity === 'error' ? 'warning' : severity
  return {
    severity: lowered,
    rule,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...offsets.placeOf(finding),
    ...(isOpen
      ? {
          fix: {
            safe: fix.safe,
            range: [fix.start, fix.end] as const,
            text: fix.text,
            ...offsets.placeOf(fix),
          },
        }
      : {}),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ message: one.message, ...offsets.placeOf(one) })) }),
  }
}

/** In front matter only what YAML reads the same in every kind of quotation marks may be put or replaced. */
function isPlainYaml(source: string, { start, end, text }: Span & { text: string }) {
  const isInBody = start > source.indexOf('\n---', 3)
  return isInBody || !/["'\\:#{}[\],&*!|>%@`\n]/.test(source.slice(start, end) + text)
}
