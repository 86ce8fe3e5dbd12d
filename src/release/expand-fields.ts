import type { Draft } from '../draft/draft.ts'
import type { DraftFields } from '../draft/fields.ts'
import { scanExpressions } from '../markdown/scan-expressions.ts'
import { countBraces } from '../yaml/find-braces.ts'
import type { Path } from '../yaml/read-yaml.ts'
import type { Answers } from './expression-answers.ts'

/** Keys that hold no texts of the release, and those whose Markdown is parsed before values are put in. */
const LEFT_ALONE: readonly string[] = [
  ...['occasion', 'vars', 'check', 'slug', 'letterhead', 'language', 'expressions'],
  ...['notes_to_editors', 'boilerplate'],
]

/** Puts values into the texts of the front matter; `\{{` stands for literal braces. */
export function expandFields(draft: Draft, answers: Answers): DraftFields {
  if (!answers.isActive) return draft.fields
  const expand = (value: unknown, path: Path, before: number): unknown => {
    if (typeof value === 'string') return value.includes('{{') ? fill(value, path, before) : value
    if (Array.isArray(value)) {
      const isOneText = isScalar(draft, path)
      let braces = 0
      return value.map((item, i) => {
        const expanded = expand(item, isOneText ? path : [...path, i], braces)
        if (isOneText) braces += countBraces(String(item))
        return expanded
      })
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, expand(item, [...path, key], 0)]),
    )
  }
  const fill = (text: string, path: Path, before: number): string => {
    const filling = answers.filling((start, end) => {
      const first = before + countBraces(text.slice(0, start))
      return draft.placeOfBraces(path, first, before + countBraces(text.slice(0, end)) - 1)
    })
    const filled = scanExpressions(text).map((piece) => {
      if (piece.kind === 'text') return piece.text
      const end = piece.start + piece.text.length
      if (piece.kind === 'expression') return filling.value(piece.text, piece.start, end)
      filling.fault(piece.kind, piece.start, end)
      return piece.text
    })
    return filled.join('')
  }
  const entries = Object.entries(draft.fields).map(([key, value]) => [
    key,
    LEFT_ALONE.includes(key) ? value : expand(value, [key], 0),
  ])
  return Object.fromEntries(entries) as DraftFields
}

/** Keywords may be one text with commas: then its items stand where it stands. */
function isScalar(draft: Draft, path: Path): boolean {
  const [whole, item] = [draft.placeOf(path), draft.placeOf([...path, 0])]
  return whole.line === item.line && whole.column === item.column
}
