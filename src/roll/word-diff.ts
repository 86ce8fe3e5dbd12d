import { applyEdits, type Edit, inOrder } from './edits.ts'

/** Characters shown on both sides of a change, up to whole words. */
const AROUND = 40

/** A line of a word diff: `[-old-]{+new+}` with some words around it, and the old draft's line. */
export interface DiffLine {
  readonly line: number
  readonly text: string
}

/** The changes of a text as a word diff, those that stand close together in one line of it. */
export function wordDiff(source: string, edits: readonly Edit[]): DiffLine[] {
  const words = wordEdits(source, edits)
  const lines: DiffLine[] = []
  let group: Edit[] = []
  const close = () => {
    const [first, last] = [group[0], group.at(-1)]
    if (!first || !last) return
    let [text, from] = ['', edgeBefore(source, first.start)]
    if (source[from - 1] !== '\n' && from > 0) text = '… '
    for (const { start, end, text: fresh } of group) {
      text += source.slice(from, start)
      text += start === end ? '' : `[-${source.slice(start, end)}-]`
      text += fresh === '' ? '' : `{+${fresh}+}`
      from = end
    }
    const to = edgeAfter(source, last.end)
    text += source.slice(from, to) + (to < source.length && source[to] !== '\n' ? ' …' : '')
    lines.push({ line: source.slice(0, first.start).split('\n').length, text })
    group = []
  }
  for (const edit of words) {
    const last = group.at(-1)
    if (last && (edit.start - last.end > 2 * AROUND || source.slice(last.end, edit.start).includes('\n')))
      close()
    group.push(edit)
  }
  close()
  return lines
}

// Widened to the blanks around them, so that words are seen to change and not letters; all edits of a word are one.
function wordEdits(source: string, edits: readonly Edit[]): Edit[] {
  const words: { start: number; end: number; edits: Edit[] }[] = []
  for (const edit of inOrder(edits)) {
    const { start, end } = wholeWords(source, edit)
    const last = words.at(-1)
    if (last && start < last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else words.push({ start, end, edits: [edit] })
  }
  return words.map(({ start, end, edits }) => {
    const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    return { start, end, text: applyEdits(source.slice(start, end), inside) }
  })
}

function wholeWords(source: string, { start, end, text }: Edit): { start: number; end: number } {
  let [from, to] = [start, end]
  const isWord = (at: number) =>
    /[\p{L}\p{M}\p{N}.º-]/u.test(source[at] ?? '') && !/[\u3000-\u9fff]/.test(source[at] ?? '')
  if (source.slice(start, end).includes('\n') || text.includes('\n')) return { start, end }
  while (from > 0 && isWord(from - 1) && isWord(from)) from--
  while (isWord(to) && isWord(to - 1)) to++
  return { start: from, end: to }
}

function edgeBefore(source: string, at: number): number {
  const line = source.lastIndexOf('\n', at - 1) + 1
  if (at - line <= AROUND) return line
  const blank = source.indexOf(' ', at - AROUND)
  return blank >= 0 && blank < at ? blank + 1 : at - AROUND
}

function edgeAfter(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  const line = end < 0 ? source.length : end
  if (line - at <= AROUND) return line
  const blank = source.lastIndexOf(' ', at + AROUND)
  return blank > at ? blank : at + AROUND
}
