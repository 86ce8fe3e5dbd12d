import type { Draft } from '../draft/draft.ts'
import type { DraftFields } from '../draft/fields.ts'
import type { Filled } from '../release/issue-draft.ts'
import type { Path } from '../yaml/read-yaml.ts'
import type { Masks } from './masks.ts'
import type { Offsets } from './offsets.ts'
import type { Span } from './rule.ts'
import { type Passage, plainPassage } from './scan/passage.ts'

/** A stretch of running text as issued: expressions have their values. */
export interface IssuedPassage extends Passage {
  /** What it is; `field`: a text of the front matter. */
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'alt' | 'field'
  /** Key of the front matter, for a field: `headline`. */
  readonly field?: string | undefined
  /** True where an expression wrote some of it: that has no letters of its own in the draft. */
  isFilled(start: number, end: number): boolean
  /** The stretch of the draft that a stretch of the text stands at. */
  spanOf(start: number, end: number): Span
}

/** The passages of a draft as issued: texts of the front matter in their order, then the body's. */
export function issuedPassages(
  draft: Draft,
  body: readonly Passage[],
  tag: string,
  fillings: readonly Filled[],
  masks: Masks,
  offsets: Offsets,
): IssuedPassage[] {
  const filled = fillings.map((filling) => ({ ...offsets.spanOf(filling), text: filling.text }))
  const issue = (passage: Passage, about: Pick<IssuedPassage, 'kind' | 'field'>) =>
    issued(passage, about, filled)
  const fields = fieldPaths(draft.fields).flatMap((path) => {
    const span = valueSpan(draft.source, offsets.spanOf(draft.placeOf(path)))
    const passage = plainPassage(draft.source, span.start, span.end, tag)
    return passage.text.trim() === '' ? [] : [issue(passage, { kind: 'field', field: String(path[0]) })]
  })
  return [...fields, ...body.map((passage) => issue(passage, { kind: masks.kindAt(passage.starts[0] ?? 0) }))]
}

function issued(
  passage: Passage,
  about: Pick<IssuedPassage, 'kind' | 'field'>,
  fillings: readonly (Span & { text: string })[],
): IssuedPassage {
  const [first, last] = [passage.starts[0] ?? 0, passage.ends.at(-1) ?? 0]
  const own = fillings.length === 0 ? [] : fillings.filter(({ start, end }) => start < last && end > first)
  const filled = own.length === 0 ? undefined : fill(passage, own)
  const { text, starts, ends, ranges } = filled ?? passage
  return {
    kind: about.kind,
    field: about.field,
    fixed: passage.fixed,
    text,
    starts,
    ends,
    ranges,
    isQuoted: (start, end) => ranges.some(([from, to]) => start < to && end > from),
    isFilled: (start, end) => filled?.written.slice(start, end).includes(false) === true,
    spanOf: (start, end) => ({ start: starts[start] ?? ends.at(-1) ?? 0, end: ends[end - 1] ?? 0 }),
  }
}

/** Puts the values of expressions into a passage; `written` is false for their characters. */
function fill(passage: Passage, fillings: readonly (Span & { text: string })[]) {
  const [chars, starts, ends]: [string[], number[], number[]] = [[], [], []]
  // Where each character stood in the passage as written.
  const origins: number[] = []
  const written: boolean[] = []
  for (let i = 0; i < passage.starts.length; i++) {
    const at = passage.starts[i] ?? 0
    const filling = fillings.find(({ start }) => start === at)
    const text = filling?.text ?? passage.text[i] ?? ''
    for (const char of text.split('')) {
      chars.push(char)
      origins.push(i)
      starts.push(at)
      ends.push(filling?.end ?? passage.ends[i] ?? at)
      written.push(filling === undefined)
    }
    while (filling && (passage.starts[i + 1] ?? Number.POSITIVE_INFINITY) < filling.end) i++
  }
  const text = chars.join('')
  const indexOf = (origin: number) => {
    const at = origins.findIndex((one) => one >= origin)
    return at < 0 ? text.length : at
  }
  const ranges = passage.ranges.map(([from, to]) => [indexOf(from), indexOf(to)] as const)
  return { text, starts, ends, ranges, written }
}

/** Where the texts of the front matter stand that readers see. */
function fieldPaths(fields: DraftFields): Path[] {
  const many = (key: string, list: readonly unknown[] | undefined, names?: readonly string[]): Path[] =>
    (list ?? []).flatMap((item, i): Path[] => {
      if (!names) return [[key, i]]
      if (typeof item !== 'object' || item === null) return []
      return names.filter((name) => name in item).map((name) => [key, i, name])
    })
  const isText = fields.boilerplate !== undefined && /\s/.test(fields.boilerplate)
  return [
    ['headline'],
    ...(fields.subheadline === undefined ? [] : [['subheadline']]),
    ...(fields.summary === undefined ? [] : [['summary']]),
    ...many('links', fields.links, ['label']),
    ...many('attachments', fields.attachments, ['title', 'alt', 'caption']),
    ...many('notes_to_editors', fields.notes_to_editors),
    ...(isText ? [['boilerplate']] : []),
    ...(fields.rights === undefined ? [] : [['rights']]),
  ]
}

/** A value without its quotation marks or the head of its block. */
function valueSpan(source: string, { start, end }: Span): Span {
  const first = source[start] ?? ''
  if (first === '"' || first === "'") return { start: start + 1, end: Math.max(start + 1, end - 1) }
  if (first === '|' || first === '>') return { start: Math.min(end, source.indexOf('\n', start) + 1), end }
  return { start, end }
}
