/** A stretch of text, from its first character to the one behind its last. */
export type Range = readonly [start: number, end: number]

/** The quotations of a passage, and what they say of the passages around it. */
export interface Quotations {
  readonly ranges: readonly Range[]
  /** True where a quotation goes on behind the end. */
  readonly isOpen: boolean
  /** True where a quotation ends that has begun before. */
  readonly isClosing: boolean
}

/** Marks that open, and what closes them, in any of the nine languages. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '‚': '‘’',
  '"': '"',
}

/** Marks that close, but also open where they stand before a word: ”so”, »so«. */
const TURNED: Readonly<Record<string, string>> = { '”': '”', '»': '«', '›': '‹' }

/**
 * The quotations of a passage, marks and all. One that is not closed runs to the passage's end, and one that
 * is not opened begins with the passage: what might be a quotation is better left alone.
 */
export function quotations(text: string, tag: string): Quotations {
  const pairs = tag.startsWith('de') ? { ...PAIRS, '»': '«', '›': '‹' } : PAIRS
  const ranges: Range[] = []
  let [from, isOpen, isClosing] = [0, false, false]
  for (let i = nextMark(text, 0); i < text.length; i = nextMark(text, i + 1)) {
    const end = isSingle(text, i) ? endOfSingle(text, i) : endOf(text, i, pairs)
    if (end !== undefined) {
      ranges.push([i, end.at])
      isOpen = !end.isClosed
      from = end.at
      i = end.at - 1
    } else if (isCloser(text, i)) {
      isClosing ||= ranges.length === 0
      ranges.push([from, i + 1])
      from = i + 1
    }
  }
  return { ranges, isOpen, isClosing }
}

/** Every mark that may open or close. */
const MARKS = /[“”„«»‹›「」『』《》〈〉‚‘’"']/g

/** Where the next mark stands, from an offset on; the text's length where there is none. */
function nextMark(text: string, from: number): number {
  MARKS.lastIndex = from
  return MARKS.exec(text)?.index ?? text.length
}

interface End {
  readonly at: number
  readonly isClosed: boolean
}

function endOf(text: string, start: number, pairs: Readonly<Record<string, string>>): End | undefined {
  const open = text[start] ?? ''
  const close = isOpener(text, start, pairs) ? (pairs[open] ?? TURNED[open]) : undefined
  if (close === undefined) return undefined
  let depth = 1
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i] ?? ''
    if (close.includes(char) && !isInch(text, i)) depth--
    else if (char === open && char !== '"') depth++
    if (depth === 0) return { at: i + 1, isClosed: true }
  }
  return { at: text.length, isClosed: false }
}

const [BEFORE_WORD, BEHIND_WORD] = [/^$|[\s([{—–-]/u, /^$|[\s\p{P}]/u]

function isOpener(text: string, i: number, pairs: Readonly<Record<string, string>>): boolean {
  const [last, char, next] = [text[i - 1] ?? '', text[i] ?? '', text[i + 1] ?? '']
  if (char === '"' || char === '“') return !/\d/.test(char === '"' ? last : '') && !endsWord(text, i)
  if (char in pairs) return true
  return char in TURNED && BEFORE_WORD.test(last) && /[\p{L}\p{N}]/u.test(next)
}

// A mark that closes, where none is open.
function isCloser(text: string, i: number): boolean {
  const char = text[i] ?? ''
  if (char === '"') return endsWord(text, i) && !/\d/.test(text[i - 1] ?? '')
  return char === '“' ? endsWord(text, i) : '”»›」』》〉'.includes(char)
}

function endsWord(text: string, i: number): boolean {
  return !BEFORE_WORD.test(text[i - 1] ?? '') && BEHIND_WORD.test(text[i + 1] ?? '')
}

// Six inches within a quotation: one more mark follows that closes.
function isInch(text: string, i: number): boolean {
  if (text[i] !== '"' || !/\d/.test(text[i - 1] ?? '')) return false
  const next = text.indexOf('"', i + 1)
  return next >= 0 && !BEFORE_WORD.test(text[next - 1] ?? '')
}

// ‘…’ and '…': the closing mark is also the apostrophe, so both ends are judged by their neighbours.
function isSingle(text: string, i: number): boolean {
  if (text[i] !== '‘' && text[i] !== "'") return false
  return BEFORE_WORD.test(text[i - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[i + 1] ?? '')
}

function endOfSingle(text: string, start: number): End | undefined {
  let last: number | undefined
  for (let i = start + 1; i < text.length; i++) {
    if (isSingle(text, i) && last !== undefined) break
    if (!/[’']/.test(text[i] ?? '')) continue
    if (/\s/.test(text[i - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[i + 1] ?? '')) continue
    last = i + 1
    // "the states' rivers": the quotation may go on, if another mark follows.
    if (!/s/i.test(text[i - 1] ?? '') || !/\s/.test(text[i + 1] ?? '')) break
  }
  if (last !== undefined) return { at: last, isClosed: true }
  return start === 0 && text[0] === '‘' ? { at: text.length, isClosed: false } : undefined
}
