import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** What programs print for a value that they do not have. */
const NO_VALUE =
  /(?<!(?!\p{Script=Han})\p{L}|[\p{N}_])(?:NaN|Invalid Date|\[object [A-Z]\p{L}+\])(?!(?!\p{Script=Han})\p{L}|[\p{N}_])/gu

/** Braces of Handlebars, Liquid and their like, and `${name}`. */
const TEMPLATE =
  /(?<!\\)(?:\{\{\{?[~#/^>!&]?\s*[\p{L}_][\p{L}\p{N}_. "'=|-]*\}\}|\{%-?\s*\p{L}[^%\n]*%\}|<%[=-]?\s*\p{L}[^%\n]*%>|\$\{[\p{L}_][\p{L}\p{N}_.]*\})/gu

/** What a template was to replace, or replaced by nothing. */
export const templateUnresolved: Rule = {
  id: 'template-unresolved',
  group: 'facts',
  severity: 'error',
  doc: 'Catches what a template or a program left in the text: undefined, NaN, Invalid Date, [object Object], and braces where the draft reads no expressions.',
  source: 'Mail merges and site generators print these words for a value that is missing.',
  bad: 'The ceremony is held on Invalid Date.',
  good: 'The ceremony is held on 26 February 2027.',
  skips: ['code', 'address'],
  *check(context) {
    const noValue = undefinedIn(context.tag)
    const hasBraces = /\{\{|\{%|<%|\$\{/.test(context.source)
    for (const passage of context.passages) {
      if (/NaN|Invalid|object|undefined/.test(passage.text)) {
        yield* leftovers(passage, NO_VALUE)
        yield* leftovers(passage, noValue)
      }
      if (hasBraces) yield* braces(passage, context)
    }
  },
}

function* leftovers(passage: IssuedPassage, words: RegExp): Generator<RuleFinding> {
  for (const { 0: written, index } of passage.text.matchAll(words)) {
    const span = passage.spanOf(index, index + written.length)
    yield {
      ...span,
      message: `"${written}" stands where a value was to be`,
      hint: 'write the value: 26 February 2027',
    }
  }
}

/** "undefined" is a word of English: only where no noun can follow it, or beside a figure. */
function undefinedIn(tag: string): RegExp {
  return tag.startsWith('en')
    ? /(?<=(?:^|[\s(/])(?:on|at|in|by|of|from|since|until|to|the|,)\s)undefined(?=[.,;:)]|$| (?:and|in|at|anniversary|years)\b)|(?<=\d ?\/? ?)undefined(?![\p{L}])|undefined(?= ?\/? ?\d)/gu
    : /(?<!(?!\p{Script=Han})\p{L}|[\p{N}_])undefined(?!(?!\p{Script=Han})\p{L}|[\p{N}_])/gu
}

function* braces(passage: IssuedPassage, { source, fields }: CheckContext): Generator<RuleFinding> {
  const { start, end } = passage.spanOf(0, passage.text.length)
  for (const { 0: written, index } of source.slice(start, end).matchAll(TEMPLATE)) {
    // An expression of ours has its value, or a finding of its own.
    if (written.startsWith('{{') && fields.expressions) continue
    yield {
      start: start + index,
      end: start + index + written.length,
      message: `"${written.length > 60 ? `${written.slice(0, 60)}…` : written}" looks like a template that nothing fills`,
      hint: written.startsWith('{{')
        ? 'write the value, or delete "expressions: false"'
        : 'write the value: {{release.year}} is filled in, other braces are not',
    }
  }
}
