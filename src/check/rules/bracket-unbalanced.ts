import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '【': '】' }
const CLOSERS = Object.values(PAIRS)

/** A bracket, or an address, which may hold one. */
const ANY = /[()[\]（）【】\ufffc]/u

/** Before a bracket that closes nothing: the number of an item, "a)", "12)", "iv)". */
const ITEM = /(?:^|[\s;,:(（])(?:\p{L}{1,2}|\d{1,3}|[ivxlc]{1,5}|[一二三四五六七八九十]{1,3})\.?$/u
const FACE = /(?:^|\s)[:;=]['’-]?$/u

interface Bracket {
  readonly passage: IssuedPassage
  readonly at: number
  readonly char: string
}

/** A bracket without its other half. One that is closed in a later paragraph, as around a list, is left alone. */
export const bracketUnbalanced: Rule = {
  id: 'bracket-unbalanced',
  group: 'language',
  severity: 'error',
  doc: 'Catches a round or square bracket that is opened and never closed, or closed and never opened.',
  source: 'Proofreading practice; numbers of items such as "a)" are left alone.',
  bad: '(for details see',
  good: '(for details, see the annex)',
  skips: ['code'],
  *check(context) {
    const open: Bracket[] = []
    const lost: Bracket[] = []
    for (const one of brackets(context)) {
      const last = open.at(-1)
      if (one.char in PAIRS) open.push(one)
      else if (last && isClosedBy(last, one)) open.pop()
      else lost.push(one)
    }
    for (const { passage, at, char } of open) {
      const message = `${char} is not closed`
      yield { ...passage.spanOf(at, at + 1), message, hint: `put ${PAIRS[char]} where it ends` }
    }
    for (const { passage, at, char } of lost) {
      const message = `${char} closes a bracket that is not opened`
      yield { ...passage.spanOf(at, at + 1), message, hint: 'put the opening bracket, or take this one out' }
    }
  },
}

// Chinese mixes the widths: （a).
function isClosedBy(open: Bracket, close: Bracket): boolean {
  const isRound = '(（'.includes(open.char) && ')）'.includes(close.char)
  return isRound || PAIRS[open.char] === close.char
}

/** Brackets of the prose; those of an address are none, but one behind it may close what stands before it. */
function* brackets({ passages, source }: CheckContext): Generator<Bracket> {
  for (const passage of passages) {
    if (passage.fixed !== undefined || !ANY.test(passage.text)) continue
    const { text, starts, ends } = passage
    let depth = 0
    let unclosed = 0
    for (let at = 0; at < text.length; at++) {
      const read = text[at] ?? ''
      const [start, end] = [starts[at] ?? 0, ends[at] ?? 0]
      const isAddress = read === '\ufffc' && end - start === 1
      const char = isAddress ? (source[start] ?? '') : read
      if (!isAddress) depth = 0
      if (isAddress && char in PAIRS) depth++
      else if (isAddress && depth > 0 && CLOSERS.includes(char)) depth--
      else if (char in PAIRS) {
        if (FACE.test(text.slice(Math.max(0, at - 2), at))) continue
        unclosed++
        yield { passage, at, char }
      } else if (CLOSERS.includes(char)) {
        const before = text.slice(Math.max(0, at - 8), at)
        const isItem = unclosed === 0 && ITEM.test(before)
        if (isItem || FACE.test(before)) continue
        unclosed = Math.max(0, unclosed - 1)
        yield { passage, at, char }
      }
    }
  }
}
