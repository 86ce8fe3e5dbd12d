import type { Draft } from '../draft/draft.ts'
import { loadExpressions } from '../draft/expressions.ts'
import type { LocalFinding, Place } from '../finding.ts'
import type { Filling } from '../markdown/expand-tree.ts'
import { answerOf, type Values } from './expression-values.ts'

/** Where a piece of a text stands, by its offsets in that text. */
export type Locate = (start: number, end: number) => Place

/** Fills the expressions of a draft. */
export interface Answers {
  /** False where `{{` is ordinary text. */
  readonly isActive: boolean
  /** What fills the expressions of one text. */
  filling(locate: Locate): Filling
}

/** For a draft without expressions. */
export const noAnswers: Answers = {
  isActive: false,
  filling: () => ({ value: (text) => text, fault: () => {} }),
}

/** More faults than this tell nothing new. */
const MAX_FAULTS = 100

/** A cure, and the two ways out for who meant the braces. */
function cureOf(cure: string): string {
  return `${cure}${cure.endsWith('?') ? '' : ';'} for literal braces: \\{{, or expressions: false`
}

const FAULTS = {
  open: ['the braces are not closed', 'close them with }}'],
  broken: ['a line ends inside the braces', 'write the expression on one line'],
  split: ['formatting or a link stands inside the braces', 'put it around them: *{{anniversary.ordinal}}*'],
  html: ['an expression inside HTML is not replaced', 'write it in Markdown, with blank lines around it'],
} as const

/** Answers the expressions of a release from its values; what cannot be answered becomes a finding. */
export async function answersTo(values: Values, draft: Draft, findings: LocalFinding[]): Promise<Answers> {
  const read = await loadExpressions()
  const known = new Map<string, ReturnType<typeof read>>()
  let faults = 0
  const report = (rule: string, message: string, hint: string, place: Place) => {
    const isTold = findings.some(
      (other) => other.line === place.line && other.column === place.column && other.message === message,
    )
    if (isTold || faults++ >= MAX_FAULTS) return
    findings.push({ severity: 'error', rule, message, hint, ...place })
  }
  return {
    isActive: true,
    filling: (locate) => ({
      value(text, start, end) {
        const result = known.get(text) ?? read(text)
        known.set(text, result)
        if (!result.ok) {
          report('expression-syntax', result.message, cureOf(result.cure), locate(start, end))
          return text
        }
        const value = answerOf(result.expression, values)
        if (value.ok) return value.text
        const { rule, message, hint, path } = value
        if (path) report(rule, message, hint, draft.placeOf(path))
        else {
          const isUnknown = rule === 'expression-unknown'
          report(rule, message, isUnknown ? cureOf(hint) : hint, locate(start, end))
        }
        return text
      },
      fault(kind, start, end) {
        const [message, cure] = FAULTS[kind]
        report('expression-syntax', message, cureOf(cure), locate(start, end))
      },
    }),
  }
}
