import { applyFixes, safeFixes } from '../../src/check/apply-fixes.ts'
import type { Rule } from '../../src/check/rule.ts'
import { LANGUAGES } from '../../src/language/find-language.ts'
import type { Letterhead } from '../../src/letterhead/letterhead.ts'
import { type Case, type CaseList, type CaseTable, checked, draftOf, surroundingsOf } from './check.ts'
import { LETTERHEAD, letterheadOf } from './letterheads.ts'

/** Primary subtags of the nine languages that have tables of their own. */
export const NINE = [...new Set(LANGUAGES.map(({ tag }) => primaryOf(tag)))]

/** The part of a tag that rules ask for. */
export function primaryOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

/** Languages that a rule serves, by primary subtag. */
export function servedBy({ languages }: Pick<Rule, 'languages'>): readonly string[] {
  return languages ?? NINE
}

/** A case with its label and what stands around it. */
export interface Labelled {
  /** Tag of the draft. */
  readonly language: string
  readonly one: Case
  readonly isBad: boolean
  readonly list: CaseList
}

/**
 * The cases of a rule. Those under `all` read no words of any language: they are judged in each of the nine
 * that has no list of its own.
 */
export function labelledCases({ all, ...table }: CaseTable): Labelled[] {
  const own = new Set(Object.keys(table).map(primaryOf))
  const shared = all ? NINE.filter((tag) => !own.has(tag)).map((tag) => [tag, all] as const) : []
  return [...Object.entries(table), ...shared].flatMap(([language, list]) =>
    (['bad', 'good'] as const).flatMap((label) =>
      list[label].map((one) => ({ language, one, isBad: label === 'bad', list })),
    ),
  )
}

/** The draft of a case. */
export function textOf({ language, one, list }: Labelled): string {
  return draftOf(language, one, list.front)
}

/** What became of a case. */
export interface Verdict {
  readonly isFound: boolean
  /** True where the rule has looked at it at all: in its language, in a draft that could be read. */
  readonly isReached: boolean
}

/** Checks a text with what stands around a case. */
function checkerOf(rules: readonly Rule[]): (labelled: Labelled, text: string) => ReturnType<typeof checked> {
  const letterheads = new Map<string, Promise<Letterhead>>()
  return async ({ one, list }, text) => {
    const own = (typeof one === 'string' ? undefined : one.letterhead) ?? ''
    const letterhead =
      letterheads.get(own) ?? letterheadOf(own ? { 'letterhead.yaml': `${LETTERHEAD}${own}\n` } : {})
    letterheads.set(own, letterhead)
    const surroundings = surroundingsOf(list)
    return checked(text, await letterhead, { rules, surroundings, ...(list.check && { fields: list.check }) })
  }
}

/** Judges cases of a rule, which a test may have spoilt. */
export function judgeOf(rule: Rule): (labelled: Labelled) => Promise<Verdict> {
  const reached: Rule = {
    ...rule,
    id: 'reached',
    severity: 'info',
    skips: [],
    check: () => [{ start: 0, end: 1, message: 'reached' }],
  }
  const check = checkerOf([rule, reached])
  return async (labelled) => {
    const { one } = labelled
    const found = await check(labelled, textOf(labelled))
    const says = (typeof one === 'string' ? undefined : one.says) ?? ''
    const isOf = (id: string, words: string) =>
      found.some((finding) => finding.rule === id && finding.message.includes(words))
    return { isFound: isOf(rule.id, says), isReached: isOf(reached.id, '') }
  }
}

/** The cases that a rule judges otherwise than their label says. */
export async function wrongOf(rule: Rule, cases: readonly Labelled[]): Promise<Labelled[]> {
  const verdictOf = judgeOf(rule)
  const wrong: Labelled[] = []
  for (const labelled of cases) {
    const { isFound, isReached } = await verdictOf(labelled)
    if (isFound !== labelled.isBad || isReached === isInOtherTongue(labelled)) wrong.push(labelled)
  }
  return wrong
}

/** Texts that say they are English and are not: rules of English are silent there. */
function isInOtherTongue({ language, one }: Labelled): boolean {
  return language === 'en' && typeof one === 'string' && /^(?:Der Fluss trat|Die Gesellschaft hat)/.test(one)
}

/** What a rule finds in cases. */
export function findingsOf(rule: Rule): (labelled: Labelled) => ReturnType<typeof checked> {
  const check = checkerOf([rule])
  return (labelled) => check(labelled, textOf(labelled))
}

/** The cases that are reported again where a fix was made, and what the fixes made of them. */
export async function unmendedOf(rule: Rule, cases: readonly Labelled[]): Promise<[Labelled, string][]> {
  const check = checkerOf([rule])
  const unmended: [Labelled, string][] = []
  for (const labelled of cases) {
    const text = textOf(labelled)
    const found = await check(labelled, text)
    // Marks of a quotation are mended in pairs.
    const fixes = found.flatMap(({ fix }) => (fix ? [{ ...fix, safe: true }] : []))
    const made = safeFixes(fixes.map((fix) => ({ fix })))
    const mended = applyFixes(text, made)
    const left = await check(labelled, mended)
    if (left.length > found.length - made.length)
      unmended.push([labelled, mended.split('---\n').at(-1) ?? ''])
  }
  return unmended
}
