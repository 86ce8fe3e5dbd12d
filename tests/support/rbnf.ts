import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A rule: the number from which it applies (`1100/100` names its divisor), and its text. */
type Rule = readonly [base: string, text: string]
type RuleSets = Readonly<Record<string, readonly Rule[]>>

const TOKEN = /←([^←]*)←|→([^→]*)→|=([^=]*)=|\$\((ordinal|cardinal),([^)]*)\)\$|\[([^\]]*)\]|''?/g

/**
 * Writes whole numbers by the rules of CLDR (UTS #35, Part 3, "Rule-Based Number Formatting"), as far as the
 * rules for small numbers of our languages go. No soft hyphens; blanks are as CLDR has them.
 */
export function rbnf(language: string): (ruleSet: string, n: number) => string {
  const file = createRequire(import.meta.url).resolve(`cldr-rbnf/rbnf/${language}.json`)
  const groups: Record<string, RuleSets> = JSON.parse(readFileSync(file, 'utf8')).rbnf.rbnf
  const sets: RuleSets = Object.assign({}, ...Object.values(groups))
  return (ruleSet, n) => format(sets, ruleSet, n, language).replaceAll('\u00ad', '')
}

function format(sets: RuleSets, name: string, n: number, language: string): string {
  // The JSON names private sets `%%x` and refers to some of them as `%x`.
  const plain = name.replace(/^%+/, '')
  const key = [`%${plain}`, `%%${plain}`].find((candidate) => Array.isArray(sets[candidate]))
  if (key === undefined) throw new Error(`${language} has no rules ${name}`)
  const rules = (sets[key] ?? []).filter(([base]) => /^\d/.test(base))
  const rule = rules.findLast(([base]) => Number.parseInt(base, 10) <= n)
  if (rule === undefined) throw new Error(`${language} ${name} has no rule for ${n}`)
  return apply(sets, key, rule, n, language)
}

function apply(sets: RuleSets, own: string, [base, text]: Rule, n: number, language: string): string {
  const [start = 0, radix = 10] = base.split('/').map(Number)
  const divisor = radix ** Math.floor(Math.log(Math.max(start, 1)) / Math.log(radix) + 1e-9)
  const [quotient, rest] = [Math.floor(n / divisor), n % divisor]
  const expand = (part: string): string =>
    part.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
      const [left, right, same, kind, forms, optional] = groups
      if (optional !== undefined) return rest === 0 ? '' : expand(optional)
      if (left !== undefined) return format(sets, left || own, quotient, language)
      if (right !== undefined) return format(sets, right || own, rest, language)
      if (same !== undefined) return same.startsWith('#') ? String(n) : format(sets, same, n, language)
      if (kind === undefined || forms === undefined) return token === "''" ? "'" : ''
      const type = kind as Intl.PluralRuleType
      const category = new Intl.PluralRules(language, { type }).select(kind === 'ordinal' ? n : quotient)
      const all = Object.fromEntries(
        [...forms.matchAll(/(\w+)\{([^}]*)\}/g)].map(([, key, form]) => [key, form]),
      )
      return all[category] ?? all.other ?? ''
    })
  return expand(text.replace(/;$/, ''))
}
