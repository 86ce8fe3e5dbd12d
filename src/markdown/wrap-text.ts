import { breakPoints } from './text/break-points.ts'
import { displayWidth, isNarrow } from './text/display-width.ts'

/** How `wrapText` lays a paragraph. */
export interface WrapOptions {
  /** Display columns a line may take, with its indent. */
  readonly width: number
  /** What stands before the first line: spaces, perhaps with a list marker; default: `indent`. */
  readonly firstIndent?: string
  /** What stands before every other line; default: nothing. */
  readonly indent?: string
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** True where a text holds Arabic, Hebrew or another script written from right to left. */
export function holdsRtl(text: string): boolean {
  return RTL.test(text)
}

/**
 * Wraps one paragraph to `width` display columns. Lines break at U+0020, between Chinese or Japanese
 * characters, and at `\n` in the text; what cannot break (an address) stands alone and may run over.
 */
export function wrapText(text: string, options: WrapOptions): string {
  const indent = options.indent ?? ''
  const lines: string[] = []
  let prefix = options.firstIndent ?? indent
  for (const hardLine of text.split('\n')) {
    for (const line of fillLines(
      hardLine,
      options.width - displayWidth(prefix),
      options.width - displayWidth(indent),
    )) {
      lines.push(line === '' ? '' : prefix + line)
      if (line !== '') prefix = indent
    }
  }
  return lines.join('\n')
}

/** Fills lines greedily: the first to `firstRoom` columns, the others to `room`. */
function fillLines(text: string, firstRoom: number, room: number): string[] {
  if (isNarrow(text) && !text.includes('  ')) return cutLines(text.replace(/^ | $/g, ''), firstRoom, room)
  const lines: string[] = []
  let line = ''
  let left = firstRoom
  for (const word of text.split(' ')) {
    if (word === '') continue
    let space = line === '' ? '' : ' '
    for (const piece of breakPoints(word)) {
      const width = displayWidth(piece)
      if (line !== '' && space.length + width > left) {
        lines.push(line.trimEnd())
        line = piece
        left = room - width
      } else {
        line += space + piece
        left -= space.length + width
      }
      space = ''
    }
  }
  lines.push(line.trimEnd())
  return lines
}

/** As `fillLines`, for single spaces between words whose characters take one column each: most of all text. */
function cutLines(text: string, firstRoom: number, room: number): string[] {
  const lines: string[] = []
  let start = 0
  for (let space = firstRoom; text.length - start > space; space = room) {
    const fitting = text.lastIndexOf(' ', start + Math.max(space, 0))
    // A word that is longer than the line runs over.
    const end = fitting > start ? fitting : text.indexOf(' ', start)
    if (end < 0) break
    lines.push(text.slice(start, end).trimEnd())
    start = end + 1
  }
  lines.push(text.slice(start).trimEnd())
  return lines
}

/** Centres one line in `width` columns with spaces before it; a right-to-left line stays as it is. */
export function centreText(line: string, width: number): string {
  if (holdsRtl(line)) return line
  return ' '.repeat(Math.max(0, Math.floor((width - displayWidth(line)) / 2))) + line
}
