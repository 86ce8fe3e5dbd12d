import { figuresLike } from '../check/scan/normalise.ts'
import type { Passage } from '../check/scan/passage.ts'
import { passageEdit } from './edits.ts'
import type { Step } from './roll.ts'

/** A stretch of a passage's text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Leaves a stretch of a passage to a person; in quotations only as information. */
export function left(
  passage: Passage,
  { start, end }: Stretch,
  about: { rule: string; message: string; hint: string; severity?: 'warning' | 'info' },
): Step {
  const isQuoted = passage.isQuoted(start, end)
  return {
    start: passage.starts[start] ?? 0,
    end: passage.ends[end - 1] ?? 0,
    rule: about.rule,
    message: about.message,
    severity: isQuoted ? 'info' : (about.severity ?? 'warning'),
    hint: isQuoted ? 'quotations are never changed: is it still what was said?' : about.hint,
  }
}

/** Makes a stretch of a passage read `text`, where Markdown's marks do not stand in between. */
export function changed(passage: Passage, stretch: Stretch, text: string, because: string): Step[] {
  const old = textOf(passage, stretch)
  const fresh = figuresLike(old, text)
  const rule = 'ordinal-stale'
  if (passage.fixed !== undefined) {
    const message = `"${old}" stands in ${passage.fixed}, where nothing is changed`
    return [left(passage, stretch, { rule, message, hint: 'change it by hand if it is stale' })]
  }
  if (text.includes('{{') && figuresLike(old, '1') !== '1') {
    const message = `"${old}" has other figures than an expression prints`
    return [left(passage, stretch, { rule, message, hint: `with Western figures: ${text}` })]
  }
  const edit = passageEdit(passage, stretch.start, stretch.end, fresh)
  if (edit === undefined) return []
  if (edit !== 'markup') return [{ ...edit, because }]
  const message = `"${old}" holds Markdown's own marks`
  return [left(passage, stretch, { rule, message, hint: `write: ${fresh}` })]
}

/** What stands at a stretch, as messages quote it. */
export function textOf(passage: Passage, { start, end }: Stretch): string {
  return passage.text.slice(start, end)
}
