import type { Nodes, Parent } from 'mdast'
import type { FoundSpan } from './check-release.ts'
import type { CheckContext } from './context.ts'
import { nodeSpan } from './nodes.ts'
import type { RuleCard, Span } from './rule.ts'
import { nearRule } from './settings.ts'

/** A rule that is not to speak, in the whole draft or in one block. */
export interface Allowance extends Span {
  /** Name of the rule, as written. */
  readonly rule: string
  /** Why; empty where none is given, and then it allows nothing. */
  readonly reason: string
  /** The block that it stands before; none: the whole draft. */
  readonly block?: Span
}

/** The allowances of a draft; they remember which were used. */
export interface Allowances {
  /** True where a finding is allowed. */
  covers(finding: FoundSpan): boolean
  /** What is wrong with the allowances themselves; asked when all findings have been seen. */
  faults(context: CheckContext): FoundSpan[]
}

const COMMENT = /<!--\s*release-check\s+allow\b\s*([^\s:]*)\s*:?\s*([\s\S]*?)\s*-->/g

/**
 * Reads `check.allow` of the front matter and the comments `<!-- release-check allow rule-id: reason -->`.
 * Whether the rules that run `elsewhere` have something to say is not known here.
 */
export function allowances(
  context: CheckContext,
  rules: readonly Pick<RuleCard, 'id'>[],
  elsewhere: readonly Pick<RuleCard, 'id'>[],
): Allowances {
  const all = allowancesOf(context)
  const used = new Set<Allowance>()
  return {
    covers: (finding) => {
      const matching = all.filter((one) => allows(one, finding))
      for (const one of matching) used.add(one)
      return matching.length > 0
    },
    faults: () =>
      all.flatMap((one): FoundSpan[] => {
        const { start, end, rule, reason } = one
        const isElsewhere = elsewhere.some(({ id }) => id === rule)
        if (!isElsewhere && !rules.some(({ id }) => id === rule)) {
          const message = `there is no rule "${rule}" to allow`
          const hint = nearRule(rule, [...rules, ...elsewhere])
          return [{ start, end, rule: 'allow-unknown', severity: 'error', message, hint }]
        }
        if (reason === '') {
          const message = `"${rule}" is allowed without a reason`
          const hint = `say why: <!-- release-check allow ${rule}: the name is written so -->`
          return [{ start, end, rule: 'allow-reason', severity: 'error', message, hint }]
        }
        if (isElsewhere || used.has(one)) return []
        const message = `"${rule}" is allowed here, and has nothing to say`
        const hint = 'take the allowance out'
        return [{ start, end, rule: 'allow-unused', severity: 'info', message, hint }]
      }),
  }
}

/** Every allowance of a draft, as written. */
export function allowancesOf(context: CheckContext): Allowance[] {
  return [...ofFields(context), ...ofComments(context.draft.tree)]
}

/** True where an allowance covers a finding of its rule at an offset of the draft. */
export function allows(
  { rule, reason, block }: Allowance,
  finding: { readonly rule: string; readonly start: number },
): boolean {
  if (rule !== finding.rule || reason === '') return false
  return block === undefined || (finding.start < block.end && block.start <= finding.start)
}

function ofFields({ draft, spanOf }: CheckContext): Allowance[] {
  return (draft.fields.check?.allow ?? []).map(({ rule, reason }, i) => ({
    rule,
    reason,
    ...spanOf(['check', 'allow', i]),
  }))
}

/** A comment speaks of the block behind it, or of the paragraph that it stands in. */
function ofComments(tree: Parent): Allowance[] {
  const found: Allowance[] = []
  const walk = (parent: Parent, block: Span | undefined): void => {
    for (const [i, node] of (parent.children as Nodes[]).entries()) {
      const isBlock = block === undefined
      if (node.type === 'html') {
        const start = node.position?.start.offset ?? 0
        const next = parent.children.slice(i + 1).find(({ type }) => type !== 'html')
        const meant = isBlock ? (next ? nodeSpan(next) : nodeSpan(node)) : block
        for (const match of node.value.matchAll(COMMENT)) {
          const [all, rule = '', reason = ''] = match
          const at = start + match.index
          found.push({ start: at, end: at + all.length, rule, reason, block: meant })
        }
      }
      if ('children' in node) {
        const holdsText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
        walk(node as Parent, holdsText ? nodeSpan(node) : block)
      }
    }
  }
  walk(tree, undefined)
  return found
}
