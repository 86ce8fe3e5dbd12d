import type { Root } from 'mdast'
import type { Draft } from '../draft/draft.ts'
import type { DraftFields } from '../draft/fields.ts'
import type { LocalFinding, Place } from '../finding.ts'
import type { CivilDate } from '../language/civil-date.ts'
import { expandTree } from '../markdown/expand-tree.ts'
import { countBraces } from '../yaml/find-braces.ts'
import type { Path } from '../yaml/read-yaml.ts'
import { expandFields } from './expand-fields.ts'
import { type Answers, answersTo, noAnswers } from './expression-answers.ts'
import type { Values } from './expression-values.ts'
import { type Anniversary, anniversaryOf } from './occasion.ts'
import { type Event, type OccasionFault, readEvent } from './occasion-date.ts'

/** A draft with its date and its expressions resolved, for one year where it recurs. */
export interface IssuedDraft {
  readonly fields: DraftFields & { readonly date: CivilDate }
  readonly tree: Root
  /** Puts values into a text of the front matter that is Markdown. */
  expandText(tree: Root, text: string, path: Path): Root
  /** The anniversary that the release is about, where it is about one. */
  readonly anniversary: Anniversary | undefined
  readonly event: Event | undefined
  /** What expressions of the draft were replaced by, so far; `expandText` adds to them. */
  readonly fillings: readonly Filled[]
  /** Findings so far; `expandText` adds to them. */
  readonly findings: LocalFinding[]
  /** Why the year asked for has no such release: no fault of the draft. */
  readonly skipped?: string
}

/** An expression of a draft, as written, and the text that took its place. */
export interface Filled extends Place {
  readonly text: string
}

/** Dates a draft whose own date is refused, so that other problems can be looked for. */
const ANY_DATE: CivilDate = { year: 2000, month: 1, day: 1 }

/** Resolves what depends on the year: the date of the release, N, and every `{{…}}` of the draft. */
export async function issueDraft(draft: Draft, tag: string, year: number | undefined): Promise<IssuedDraft> {
  const findings: LocalFinding[] = []
  const values = dateOf(draft, tag, year, findings)
  if ('skipped' in values) {
    const fields = { ...draft.fields, date: ANY_DATE }
    findings.push(findingOf(values.skipped, draft))
    const expandText = (tree: Root) => tree
    const { message } = values.skipped
    const nothing = { anniversary: undefined, event: undefined, fillings: [] }
    return {
      fields,
      tree: draft.tree,
      expandText,
      findings,
      skipped: message,
      ...nothing,
    }
  }
  const fillings: Filled[] = []
  const plain: Answers =
    draft.fields.expressions && draft.source.includes('{{')
      ? await answersTo(values, draft, findings)
      : noAnswers
  const answers = recorded(plain, fillings)
  const fields = expandFields(draft, answers)
  const inBody = (start: number, end: number) => placeBetween(draft.source, start, end)
  return {
    fields: { ...fields, date: values.date },
    tree: answers.isActive ? expandTree(draft.tree, draft.source, answers.filling(inBody)) : draft.tree,
    expandText: (tree, text, path) => {
      if (!answers.isActive || !text.includes('{{')) return tree
      const inText = (start: number, end: number) =>
        draft.placeOfBraces(path, countBraces(text.slice(0, start)), countBraces(text.slice(0, end)) - 1)
      return expandTree(tree, text, answers.filling(inText))
    },
    anniversary: values.anniversary,
    event: values.event,
    fillings,
    findings,
  }
}

/** The same answers, each kept with its place. */
function recorded(answers: Answers, fillings: Filled[]): Answers {
  return {
    ...answers,
    filling: (locate) => {
      const filling = answers.filling(locate)
      return {
        ...filling,
        value: (expression, start, end) => {
          const text = filling.value(expression, start, end)
          if (text !== expression) fillings.push({ ...locate(start, end), text })
          return text
        },
      }
    },
  }
}

function dateOf(
  draft: Draft,
  tag: string,
  year: number | undefined,
  findings: LocalFinding[],
): Values | { readonly skipped: OccasionFault } {
  const { fields, refused } = draft
  const undated = { tag, fields, refused, event: undefined, anniversary: undefined }
  const date = fields.date ?? ANY_DATE
  const { occasion } = fields
  if (!occasion) {
    if (year !== undefined && !refused.includes('occasion')) findings.push(YEAR_IGNORED)
    return { ...undated, date }
  }
  const fail = (fault: OccasionFault): Values => {
    findings.push(findingOf(fault, draft))
    return { ...undated, date, refused: [...refused, 'occasion'], fields: { ...fields, occasion: undefined } }
  }
  const read = readEvent(occasion)
  if (!read.ok) return fail(read)
  const { event } = read
  if (refused.includes('date')) return { ...undated, date, event }
  const anniversary = anniversaryOf(event, { date: fields.date, year })
  if (!anniversary.ok) return anniversary.skips ? { skipped: anniversary } : fail(anniversary)
  if (anniversary.note) {
    const place = draft.placeOf(['occasion', 'date'])
    findings.push({ severity: 'info', rule: 'leap-day', ...anniversary.note, ...place })
  }
  return { ...undated, date: anniversary.date, event, anniversary }
}

const YEAR_IGNORED: LocalFinding = {
  severity: 'warning',
  rule: 'year-ignored',
  message: 'a draft without occasion is not issued for a year',
  hint: 'add occasion: {name: Strelsau flood, date: 1992-02-26}',
  line: 1,
  column: 1,
}

function findingOf({ rule, message, hint, path }: OccasionFault, draft: Draft): LocalFinding {
  const isWritten = path[0] !== 'date' || draft.fields.date !== undefined
  const place = draft.placeOf(isWritten ? path : ['occasion'])
  return { severity: 'error', rule, message, hint, ...place }
}

/** The place of a piece of a text, by offsets. */
function placeBetween(source: string, start: number, end: number): Place {
  const position = (offset: number) => {
    const lineStart = source.lastIndexOf('\n', offset - 1) + 1
    return { line: source.slice(0, lineStart).split('\n').length, column: offset - lineStart + 1 }
  }
  return { ...position(start), end: position(end) }
}
