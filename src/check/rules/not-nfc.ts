import type { Rule } from '../rule.ts'

/** A letter and its mark as two characters, where one is custom: the fonts of the letterhead may part them. */
export const notNfc: Rule = {
  id: 'not-nfc',
  group: 'language',
  severity: 'warning',
  doc: 'Catches a letter that is written as a base letter and a combining mark, where Unicode has one character for both.',
  source: 'UAX #15, normalization form C; W3C Character Model: Normalization.',
  bad: 'e<U+0301>',
  good: 'é',
  skips: ['code', 'address'],
  *check({ passages }) {
    for (const passage of passages) {
      if (!/\p{M}/u.test(passage.text)) continue
      for (const { index, 0: word } of passage.text.matchAll(/\p{L}[\p{L}\p{M}]*\p{M}[\p{L}\p{M}]*/gu)) {
        // Vocalised Arabic is only put into another order by NFC: that is left alone.
        const fresh = word.replace(/\p{L}\p{M}+/gu, (one) => {
          const composed = one.normalize('NFC')
          return composed.length < one.length ? composed : one
        })
        if (fresh === word) continue
        const [from, to] = [index, index + word.length]
        const span = passage.spanOf(from, to)
        const isPlain = !passage.isFilled(from, to) && span.end - span.start === word.length
        yield {
          ...span,
          message: `"${fresh}" is written with combining marks of their own`,
          hint: 'write it with composed letters (NFC)',
          ...(isPlain ? { fix: { ...span, text: fresh, safe: true } } : {}),
        }
      }
    }
  },
}
