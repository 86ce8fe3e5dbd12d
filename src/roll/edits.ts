import type { Passage } from '../check/scan/passage.ts'

/** What is put in place of a stretch of the source. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Applies edits that do not overlap; at one place insertions come first. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let [result, from] = ['', 0]
  for (const { start, end, text } of inOrder(edits)) {
    result += source.slice(from, start) + text
    from = end
  }
  return result + source.slice(from)
}

/** Edits from first to last. */
export function inOrder<E extends Edit>(edits: readonly E[]): E[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Where an offset of the old text stands in the new one; inside an edit: where that begins. */
export function movedOffset(offset: number, edits: readonly Edit[]): number {
  let moved = offset
  for (const { start, end, text } of inOrder(edits)) {
    if (end <= offset) moved += text.length - (end - start)
    else if (start < offset) moved -= offset - start
  }
  return moved
}

/**
 * The smallest edit that makes a stretch of a passage read `text`: what is the same stays as it is written,
 * no-break spaces and all. None where nothing changes, "markup" where marks of Markdown stand in between.
 */
export function passageEdit(
  { text: all, starts, ends }: Passage,
  from: number,
  to: number,
  text: string,
): Edit | undefined | 'markup' {
  const [old, fresh] = [plain(all.slice(from, to)), plain(text)]
  const shorter = Math.min(old.length, fresh.length)
  let head = 0
  while (head < shorter && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  const [start, end] = [from + head, to - tail]
  const piece = text.slice(head, text.length - tail)
  if (start === end && piece === '') return undefined
  const at = start < starts.length ? (starts[start] ?? 0) : (ends.at(-1) ?? 0)
  // Something put in between stands right behind what is there.
  const behind = start > from ? (ends[start - 1] ?? at) : at
  if (start === end) return { start: behind, end: behind, text: piece }
  for (let i = start; i < end - 1; i++) if (ends[i] !== starts[i + 1]) return 'markup'
  return { start: at, end: ends[end - 1] ?? at, text: piece }
}

// One kind of blank, hyphen and apostrophe: the writer's own are kept.
function plain(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[’ʼ]/g, "'")
}
