import type { Rule } from '../rule.ts'

/** Names that are written with the mark. */
const NAMES = /(?:Yahoo|Jeopardy|Joomla|Yum|Westward Ho|Oliver)$/u

/** An exclamation mark outside quotations: releases state, they do not call out. */
export const exclamation: Rule = {
  id: 'exclamation',
  group: 'form',
  severity: 'info',
  doc: 'Catches an exclamation mark outside quotations.',
  source: 'Associated Press Stylebook: exclamation mark, used sparingly; newsroom practice.',
  bad: 'The bridge is open at last!',
  good: 'The bridge is open.',
  skips: ['code', 'address', 'quotation', 'block-quote', 'name'],
  *check({ passages, draft }) {
    // There it is an error, of celebratory-tone.
    if (draft.fields.occasion?.kind === 'commemoration') return
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/[!！]+/gu)) {
        const [from, to] = [match.index, match.index + match[0].length]
        const { text } = passage
        const isSign =
          /^[=[(\p{L}\p{N}]/u.test(text.slice(to, to + 2)) ||
          NAMES.test(text.slice(Math.max(0, from - 12), from))
        // "so called (!)" is a remark of its own, and "2!" mathematics.
        if (isSign || /[\d(]$/.test(text.slice(Math.max(0, from - 12), from)) || passage.isQuoted(from, to))
          continue
        yield {
          ...passage.spanOf(from, to),
          message: `${match[0]} outside a quotation`,
          hint: 'end with a full stop',
        }
      }
    }
  },
}
