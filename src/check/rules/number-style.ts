import type { Rule } from '../rule.ts'
import { sentences } from '../scan/sentences.ts'

/** A sentence of English prose that begins with figures. */
export const numberStyle: Rule = {
  id: 'number-style',
  group: 'form',
  severity: 'info',
  languages: ['en'],
  doc: 'Catches a sentence that begins with figures; years are left alone.',
  source:
    'United Nations Editorial Manual and Associated Press Stylebook: numbers at the start of a sentence.',
  bad: '15 people died.',
  good: 'Fifteen people died.',
  skips: ['quotation', 'block-quote', 'heading', 'code', 'address', 'name'],
  *check({ passages, language, source }) {
    for (const passage of passages) {
      const start = passage.starts[0] ?? 0
      // Items of a list and footnotes are seldom sentences.
      const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
      if (passage.kind !== 'paragraph' || passage.fixed !== undefined || /\S/.test(line)) continue
      for (const [from, to] of sentences(passage.text)) {
        const sentence = passage.text.slice(from, to)
        // "3 km east of it" without an end is no sentence; "15 people" is one.
        const figures = /^(\d{1,3}) (?=\p{Ll}{3,} )/u.exec(sentence)?.[1]
        if (figures === undefined || !/[.!?][”"»)]*\s*$/.test(sentence) || MONTH.test(sentence)) continue
        const words = language.anniversary.cardinalInWords(Number(figures))
        const fresh = words.ok ? words.text.charAt(0).toUpperCase() + words.text.slice(1) : undefined
        const span = passage.spanOf(from, from + figures.length)
        const isPlain = fresh !== undefined && !passage.isFilled(from, from + figures.length)
        yield {
          ...span,
          message: `a sentence begins with the figures "${figures}"`,
          hint: fresh === undefined ? 'begin with a word' : `write "${fresh}", or begin with another word`,
          ...(isPlain ? { fix: { ...span, text: fresh, safe: false } } : {}),
        }
      }
    }
  },
}

const MONTH =
  /^\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u
