import { passagesOf } from '../check/scan/passage.ts'
import { scanPassage } from '../check/scan/scan-passage.ts'
import { splitDraft } from '../draft/split-draft.ts'
import type { LocalFinding, Place } from '../finding.ts'
import { isoDate, parseCivilDate } from '../language/civil-date.ts'
import { findLanguage } from '../language/find-language.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { dateSteps } from './date-steps.ts'
import { applyEdits, type Edit, inOrder, movedOffset } from './edits.ts'
import { fieldSteps, holdsYear } from './field-steps.ts'
import { type FieldText, fieldPassage, fieldTexts } from './front-matter.ts'
import { phraseSteps } from './phrase-steps.ts'
import { quoteFields } from './quote-fields.ts'
import { recurringSteps } from './recurring-steps.ts'
import type { RollOptions, ScannedText, Step, Turn } from './roll.ts'
import { turnOf } from './turn.ts'
import { wordSteps } from './word-steps.ts'

/** A change that was made, in the old draft's places. */
export interface Change extends Place {
  readonly before: string
  readonly after: string
  readonly because: string
}

/** The draft of another year. */
export interface Rolled {
  readonly ok: true
  readonly source: string
  readonly edits: readonly Edit[]
  readonly changes: readonly Change[]
  /** What a person must still decide; places are those of the new draft. */
  readonly decide: readonly LocalFinding[]
  readonly from: Turn['from']
  readonly to: Turn['to']
}

/** What keeps a draft from being rolled. */
export interface NotRolled {
  readonly ok: false
  readonly findings: readonly LocalFinding[]
}

/**
 * Rolls a literal release to another year: what is certain is recomputed, or with `recurring` becomes an
 * expression; the rest is listed for a person. Quotations, code and addresses are never touched.
 */
export function rollDraft(source: string, options: RollOptions): Rolled | NotRolled {
  const split = splitDraft(source)
  if ('finding' in split) return { ok: false, findings: [split.finding] }
  const { data, findings } = readYaml(split.yaml, { firstLine: 2, rule: 'front-matter-syntax' })
  if (!data) return { ok: false, findings }
  const fields = fieldTexts(source, data)
  const fieldOf = (key: string) => fields.find((field) => field.key === key)?.value
  const date = parseCivilDate(fieldOf('date') ?? options.fileDate ?? '')
  if (!date) {
    const isRecurring = occasionOf(data.value) !== undefined
    const [message, hint] = isRecurring
      ? ['the draft is recurring already', 'issue it for a year: release build flood.md --year 2028']
      : ['the draft has no date to roll from', 'add date: 2027-02-26']
    return refuse(data.placeOf(['date']), message, hint)
  }
  const tag = fieldOf('language') ?? options.language ?? 'en'
  const { language } = findLanguage(tag)

  const body = passagesOf(source, parseMarkdown(source, split.bodyStart), language.tag)
  const scans: ScannedText[] = [
    ...fields.flatMap((field) => {
      const passage = fieldPassage(source, field, language.tag)
      if (!passage) return []
      // An expression in a variable would be printed as it stands.
      const isFixed = options.recurring === true && field.key.startsWith('vars.')
      const kept = isFixed ? { ...passage, fixed: 'vars' } : passage
      return [Object.assign(scanPassage(kept, language), { field })]
    }),
    ...body.passages.map((passage) => Object.assign(scanPassage(passage, language), { field: undefined })),
  ]
  const turned = turnOf(date, occasionOf(data.value), scans, language, options)
  if (!turned.ok) {
    const isTold = fields.some(({ key }) => key.startsWith('occasion'))
    const place = data.placeOf(isTold ? turned.path : ['date'])
    return refuse(place, turned.message, turned.hint, turned.rule)
  }
  const { turn } = turned
  const isStill = !turn.recurring && isoDate(turn.from.date) === isoDate(turn.to.date)
  const steps: Step[] = isStill
    ? []
    : [
        ...turned.steps,
        ...fieldSteps(source, fields, turn),
        ...(turn.recurring ? recurringSteps(source, fields, scans, turn) : []),
        ...scans.flatMap((text) => [
          ...phraseSteps(text, turn),
          ...dateSteps(text, turn),
          ...wordSteps(text, turn),
        ]),
        ...body.addresses.filter(({ url }) => holdsYear(url, turn)).map(staleAddress),
      ]
  return finished(source, fields, steps, turn)
}

function finished(source: string, fields: readonly FieldText[], steps: readonly Step[], turn: Turn): Rolled {
  const made = steps.flatMap((step) => ('text' in step ? [step] : []))
  const edits = inOrder(quoteFields(source, fields, made))
  const fresh = applyEdits(source, edits)
  const decide = steps.flatMap((step): (LocalFinding & { at: number })[] => {
    if ('text' in step) return []
    const { severity, rule, message, hint } = step
    const [at, end] = [movedOffset(step.start, edits), movedOffset(step.end, edits)]
    return [{ severity, rule, message, hint, ...placeAt(fresh, at, end), at }]
  })
  return {
    ok: true,
    source: fresh,
    edits,
    changes: inOrder(made).map(({ start, end, text, because }) => ({
      before: source.slice(start, end),
      after: text,
      because,
      ...placeAt(source, start, end),
    })),
    decide: decide.sort((a, b) => a.at - b.at).map(({ at, ...finding }) => finding),
    from: turn.from,
    to: turn.to,
  }
}

function staleAddress({ url, start, end }: { url: string; start: number; end: number }): Step {
  const message = `the address "${url}" holds the old year`
  return { start, end, severity: 'warning', rule: 'year-stale', message, hint: 'is there a new one?' }
}

function occasionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'occasion' in value ? value.occasion : undefined
}

/** Line and column of offsets in a text. */
function placeAt(text: string, start: number, end: number): Place {
  const at = (offset: number) => {
    const before = text.slice(0, offset)
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
  }
  return { ...at(start), ...(end > start && { end: at(end) }) }
}

function refuse(
  { line, column }: Place,
  message: string,
  hint: string,
  rule = 'front-matter-invalid',
): NotRolled {
  return { ok: false, findings: [{ severity: 'error', rule, message, hint, line, column }] }
}
