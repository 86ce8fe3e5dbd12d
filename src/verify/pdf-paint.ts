import { getResolvedPDFJS } from 'unpdf'
import type { Pdf } from './open-pdf.ts'
import { pageFonts } from './pdf-fonts.ts'

/** A line, or the part of a line that one marked content has. */
export interface PaintedLine {
  /** In the order in which it is read. */
  readonly text: string
  /** Its base line, in units of the page's content; equal where two stand beside each other. */
  readonly height: number
  /** Where it begins on the paper, from the left. */
  readonly left: number
  /** Boxes in it that stand for characters no font has. */
  readonly boxes?: number
}

/** What a page paints. */
export interface Paint {
  /** All lines, in the order in which they are painted. */
  readonly lines: readonly PaintedLine[]
  /** The lines of each marked content, by its number. */
  readonly marked: ReadonlyMap<number, readonly PaintedLine[]>
  /** Names of the fonts that are used and not embedded. */
  readonly foreignFonts: readonly string[]
}

/** One glyph alone is never marked as reversed: the comma of "2024،" runs from right to left all the same. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\u060c\u061b\u061f]/u

/**
 * Marks that run with a line from right to left where they begin or end it, also beside Latin letters
 * (Unicode Bidi, N2). Others may be those of an address or number that runs the other way as a whole.
 */
const OPENING = /^[«“§]$/u
const CLOSING = /^[»”.,:;!?…]$/u

/** Letters that stand beside each other, as they are painted. */
interface Run {
  readonly text: string
  readonly rtl: boolean
}

interface Mark {
  readonly tag: string
  readonly id: number | undefined
  /** What the span stands for, until it has been said. */
  actual: string | undefined
}

/**
 * Reads a page of a PDF by Skia glyph by glyph: only the glyphs tell a painted space from a gap (pdf.js's own
 * text puts spaces wherever letters stand apart, in Arabic within words). `actual` are its spans' own texts;
 * `rtl`: its lines run from right to left.
 */
export async function readPaint(
  pdf: Pdf,
  index: number,
  actual: readonly string[],
  rtl: boolean,
): Promise<Paint> {
  const { OPS } = await getResolvedPDFJS()
  const page = await pdf.getPage(index + 1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const fonts = pageFonts(page.commonObjs)
  page.cleanup()
  const lines: PaintedLine[] = []
  const marked = new Map<number, PaintedLine[]>()
  const marks: Mark[] = []
  let runs: Run[] = []
  let reversed: string[] | undefined
  let [left, height] = [0, 0]
  let spans = 0
  let boxes = 0

  const endRun = () => {
    if (reversed?.length) runs.push({ text: reversed.reverse().join(''), rtl: true })
    if (reversed) reversed = []
  }
  const endLine = () => {
    endRun()
    if (runs.length === 0) return
    const line = { text: logical(runs, rtl), height, left, ...(boxes > 0 ? { boxes } : {}) }
    runs = []
    boxes = 0
    const id = marks.findLast((mark) => mark.id !== undefined)?.id
    if (id !== undefined) marked.set(id, [...(marked.get(id) ?? []), line])
    const before = lines.at(-1)
    if (before?.height === height) lines[lines.length - 1] = beside(before, line, rtl)
    else lines.push(line)
  }
  const say = (text: string, rtl = RIGHT_TO_LEFT.test(text)) => {
    if (reversed) reversed.push(text)
    else runs.push({ text, rtl })
  }

  for (const [at, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[at] ?? []
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [tag, id] = [nameOf(args[0]), typeof args[1] === 'number' ? args[1] : undefined]
      if (id !== undefined) endLine()
      if (tag === 'ReversedChars') reversed = []
      marks.push({ tag, id, actual: tag === 'Span' && id === undefined ? actual[spans++] : undefined })
    } else if (operator === OPS.endMarkedContent) {
      const mark = marks.at(-1)
      if (mark?.id !== undefined) endLine()
      if (mark?.tag === 'ReversedChars') {
        endRun()
        reversed = undefined
      }
      marks.pop()
    } else if (operator === OPS.setTextMatrix) {
      const matrix = (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as number[]
      if (matrix[5] !== height) endLine()
      if (runs.length === 0) left = matrix[4] ?? 0
      height = matrix[5] ?? 0
    } else if (operator === OPS.setFont) {
      fonts.use(args[0])
    } else if (operator === OPS.showText) {
      boxes += fonts.boxesOf(args[0] as unknown[])
      const span = marks.findLast((mark) => mark.actual !== undefined)
      if (span?.actual !== undefined) {
        const glyphs = (args[0] as unknown[]).map(letterOf).join('')
        if (span.actual !== '') say(span.actual, isTurned(span.actual, glyphs) || undefined)
        span.actual = ''
      } else for (const glyph of args[0] as unknown[]) say(letterOf(glyph))
    }
  }
  endLine()
  return { lines, marked, foreignFonts: fonts.foreign() }
}

const TURNED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
}

/** True for a bracket that is painted as its counterpart: it runs from right to left (Unicode Bidi, L4). */
function isTurned(actual: string, glyphs: string): boolean {
  return TURNED[actual] === glyphs
}

function beside(one: PaintedLine, other: PaintedLine, rtl: boolean): PaintedLine {
  const [first, second] = one.left <= other.left === !rtl ? [one, other] : [other, one]
  const boxes = (one.boxes ?? 0) + (other.boxes ?? 0)
  return {
    text: first.text + second.text,
    height: one.height,
    left: Math.min(one.left, other.left),
    ...(boxes > 0 ? { boxes } : {}),
  }
}

function nameOf(tag: unknown): string {
  return typeof tag === 'object' && tag !== null && 'name' in tag ? String(tag.name) : String(tag)
}

function letterOf(glyph: unknown): string {
  if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return ''
  // Shapes of Arabic letters are the letters.
  return String(glyph.unicode).replace(/[\ufb50-\ufdff\ufe70-\ufeff]/g, (form) => form.normalize('NFKC'))
}

/** A painted line in the order in which it is read: runs against the line's direction turn around. */
function logical(line: readonly Run[], rtl: boolean): string {
  if (!rtl && !line.some((run) => run.rtl)) return line.map((run) => run.text).join('')
  const ordered = rtl ? edgesTurned(line).reverse() : [...line]
  // A space belongs to the runs around it where both go against the line.
  const against = ordered.map((run) => (run.text.trim() === '' ? undefined : run.rtl !== rtl))
  for (let from = 0; from < ordered.length; from++) {
    if (!against[from]) continue
    let to = from
    for (let at = from + 1; at < ordered.length && against[at] !== false; at++) if (against[at]) to = at
    ordered.splice(from, to - from + 1, ...ordered.slice(from, to + 1).reverse())
    from = to
  }
  return ordered.map((run) => run.text).join('')
}

/** A line from right to left, as painted, whose outermost marks run as it does. */
function edgesTurned(line: readonly Run[]): Run[] {
  const end = line.findIndex(({ text }) => !CLOSING.test(text))
  const start = line.findLastIndex(({ text }) => !OPENING.test(text))
  return line.map((run, at) => (at < end || at > start ? { ...run, rtl: true } : run))
}
