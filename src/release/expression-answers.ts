import type { Draft } from '../draft/draft.ts'
import { loadExpressions, shown } from '../draft/expressions.ts'
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

/** A cure, and the two ways out for who meant the braces; HTML and addresses know no backslash. */
function cureOf(cure: string, literal = '\\{{'): string {
  return `${cure}${cure.endsWith('?') ? '' : ';'} for literal braces: ${literal}, or expressions: false`
}

const FAULTS = {
  open: ['the braces are not closed', 'close them with }}'],
  broken: ['a line ends inside the braces', 'write the expression on one line'],
  split: ['formatting or a link stands inside the braces', 'put it around them: *{{anniversary.ordinal}}*'],
  html: [
    'an expression inside HTML is not replaced',
    'write it in Markdown, with blank lines around it',
    '&#123;&#123;',
  ],
  image: [
    'an expression in the address of a picture is not replaced',
    "write the file's own name: ![What it shows](images/photo.jpg)",
    '%7B%7B',
  ],
} as const

/** The first piece of a value that looks like an expression. */
function bracesIn(text: string): string | undefined {
  const open = text.indexOf('{{')
  const close = open < 0 ? -1 : text.indexOf('}}', open)
  return close < 0 ? undefined : text.slice(open, close + 2)
}

/** Answers the expressions of a release from its values; what cannot be answered becomes a finding. */
export async function answersTo(values: Values, draft: Draft, findings: LocalFinding[]): Promise<Answers> {
  const read = await loadExpressions()
  const known = new Map<string, ReturnType<typeof read>>()
  let faults = 0
  // A place costs a look at all that stands before it: none is looked for once enough is told.
  const report = (
    rule: string,
    message: string,
    hint: string,
    placeOf: () => Place,
    severity: LocalFinding['severity'] = 'error',
  ) => {
    if (faults >= MAX_FAULTS) return
    const place = placeOf()
    const isTold = findings.some(
      (other) => other.line === place.line && other.column === place.column && other.message === message,
    )
    if (isTold) return
    faults++
    findings.push({ severity, rule, message, hint, ...place })
  }
  return {
    isActive: true,
    filling: (locate) => ({
      value(text, start, end) {
        const result = known.get(text) ?? read(text)
        known.set(text, result)
        if (!result.ok) {
          report('expression-syntax', result.message, cureOf(result.cure), () => locate(start, end))
          return text
        }
        const value = answerOf(result.expression, values)
        if (value.ok) {
          const braces = bracesIn(value.text)
          if (braces !== undefined) {
            const message = `"${shown(braces)}" in the value of "${result.expression.name}" is printed as it stands`
            const hint = 'write the expression into the text: values are not read for any'
            report('expression-syntax', message, hint, () => locate(start, end), 'warning')
          }
          return value.text
        }
        const { rule, message, hint, path } = value
        const cure = rule === 'expression-unknown' && !path ? cureOf(hint) : hint
        report(rule, message, cure, () => (path ? draft.placeOf(path) : locate(start, end)))
        return text
      },
      fault(kind, start, end) {
        const [message, cure, literal] = FAULTS[kind]
        report('expression-syntax', message, cureOf(cure, literal), () => locate(start, end))
      },
    }),
  }
}
