import type { Nodes } from 'mdast'
import type { CheckContext } from '../context.ts'
import { lettersOf, nodeSpan, nodesOf } from '../nodes.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** Above it no list begins by intent. */
const LAST_DAY = 31

/** Longer lines than this are paragraphs that a rule was typed under. */
const LONG_HEADING = 100

/** What Markdown made of a text that was not meant so. */
export const markdownAccident: Rule = {
  id: 'markdown-accident',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a date or year at the start of a paragraph that became a list, a paragraph that became a heading, text that became code, and a ** or * that marks nothing.',
  source: 'CommonMark: lists, setext headings, indented code, emphasis.',
  bad: '1992. was a year of floods.',
  good: '1992\\. was a year of floods.',
  *check(context) {
    for (const node of nodesOf(context.tree)) {
      yield* asList(node, context)
      yield* asHeading(node, context)
      yield* asCode(node, context)
      yield* asStars(node, context)
    }
    yield* asStar(context)
  },
}

function* asList(node: Nodes, { source, language, tag }: CheckContext): Generator<RuleFinding> {
  if (node.type !== 'list' || node.ordered !== true || node.children.length > 1) return
  const number = node.start ?? 1
  const { start } = nodeSpan(node)
  const digits = /^\d+(?=\.)/.exec(source.slice(start))?.[0]
  if (digits === undefined) return
  const isDate = number <= LAST_DAY && beginsWithMonth(lettersOf(node), language, tag)
  if (!isDate && number < 1000) return
  const dot = start + digits.length
  yield {
    start,
    end: dot + 1,
    message: `"${digits}." begins a list here`,
    hint: `write ${digits}\\.`,
    fix: { start: dot, end: dot + 1, text: '\\.', safe: true },
  }
}

/** "26. Februar": the month as a date of the language names it. */
function beginsWithMonth(text: string, language: CheckContext['language'], tag: string): boolean {
  const [word = ''] = text.trim().toLocaleLowerCase(tag).split(/[\s,]/)
  if (word.length < 3) return false
  const months = Array.from({ length: 12 }, (_, i) => {
    const long = language.longDate({ year: 2027, month: i + 1, day: 26 })
    return long.toLocaleLowerCase(tag).match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? []
  })
  return months.flat().includes(word)
}

function* asHeading(node: Nodes, { source }: CheckContext): Generator<RuleFinding> {
  if (node.type !== 'heading') return
  const { start, end } = nodeSpan(node)
  const written = source.slice(start, end)
  const line = /\n[ \t>]*((?:-+|=+))[ \t]*$/.exec(written)
  if (!line) return
  const text = lettersOf(node).trim()
  const isSentence = /[.;:,。；：，؛،]["”»’]?$/u.test(text) && /\s|\p{Script=Han}{2}/u.test(text)
  if (!isSentence && [...text].length <= LONG_HEADING) return
  yield {
    start,
    end,
    message: `the line "${line[1]}" makes a heading of the paragraph above it`,
    hint: 'put an empty line between them',
  }
}

/** Code has a fence; what is merely indented, and reads as a sentence, is none. */
function* asCode(node: Nodes, { source }: CheckContext): Generator<RuleFinding> {
  if (node.type !== 'code') return
  const { start, end } = nodeSpan(node)
  if (/^(?:```|~~~)/.test(source.slice(start, start + 3))) return
  // Two ideographs are about a word.
  const words = node.value.match(/\p{Script=Han}{2}|\p{L}{2,}/gu) ?? []
  const isProse =
    /\p{L}[.!?。؟]["”»’]?\s*$/u.test(node.value) && /^\s*["“«「]?[\p{Lu}\p{Lo}]/u.test(node.value)
  if (words.length < 6 || !isProse || /[{}=;<>|$\\]|::|\(\)/.test(node.value)) return
  yield {
    start,
    end,
    message: 'the text is indented by four blanks, and so it is code',
    hint: 'begin it at the left margin',
  }
}

/** Two stars that stay in the text: bold that was not closed, or has a blank at its edge. */
function* asStars(node: Nodes, { source }: CheckContext): Generator<RuleFinding> {
  if (node.type !== 'text') return
  const { start, end } = nodeSpan(node)
  for (const { index } of source.slice(start, end).matchAll(/(?=\*\*)(?<![\\*\d]|\d )\*\*(?![*]| ?\d)/g)) {
    yield {
      start: start + index,
      end: start + index + 2,
      message: '"**" marks nothing here: it is printed',
      hint: 'close it without a blank at its edge, **thus**, or delete it',
    }
  }
}

/** One star before a word in the midst of a paragraph that has no other: italics that were not closed. */
function* asStar({ tree, source }: CheckContext): Generator<RuleFinding> {
  if (!/ \*\p{L}/u.test(source)) return
  for (const block of nodesOf(tree)) {
    if (block.type !== 'paragraph') continue
    const { start, end } = nodeSpan(block)
    const written = source.slice(start, end)
    const [star, ...others] = written.matchAll(/\*/g)
    if (!star || others.length > 0 || /[`<$]/.test(written)) continue
    if (!/[\p{L},;:] $/u.test(written.slice(0, star.index)) || !/^\*\p{L}/u.test(written.slice(star.index)))
      continue
    yield {
      start: start + star.index,
      end: start + star.index + 1,
      message: '"*" marks nothing here: it is printed',
      hint: 'close it, *thus*, or delete it; \\* is a star',
    }
  }
}
