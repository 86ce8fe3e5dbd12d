import type { Rule } from '../rule.ts'

/** Marks that open, and those that close them. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '《': '》',
}

const MARK = /["“”„«»「」『』《》]/u

/** A quotation that is opened and not closed in its paragraph, or closed and never opened. */
export const quoteUnbalanced: Rule = {
  id: 'quote-unbalanced',
  group: 'language',
  severity: 'error',
  doc: 'Catches a quotation that is not closed by the end of its paragraph, unless the next paragraph opens it again.',
  source:
    'Business Wire, common errors in press releases: quotation marks; the convention of quotations over several paragraphs.',
  bad: '“acts of gravity',
  good: '“acts of gravity”',
  skips: ['code', 'address'],
  *check({ passages, tag }) {
    for (const [i, passage] of passages.entries()) {
      const { text } = passage
      if (!MARK.test(text)) continue
      const open: { at: number; close: string }[] = []
      for (const [at, char] of text.split('').entries()) {
        const last = open.at(-1)
        if (last?.close.includes(char)) open.pop()
        else if (char === '"') {
          // Inches: 6".
          if (!/\d/.test(text[at - 1] ?? '')) open.push({ at, close: '"' })
        } else if (tag.startsWith('de') && char === '»') open.push({ at, close: '«' })
        else if (char in PAIRS) open.push({ at, close: PAIRS[char] ?? '' })
        else if ('”»」』》'.includes(char)) {
          const message = `${char} closes a quotation that is not opened`
          yield { ...passage.spanOf(at, at + 1), message, hint: 'put the opening mark, or take this one out' }
        }
      }
      const [first] = open
      const next = passages[i + 1]
      const goesOn =
        first !== undefined && next?.kind === passage.kind && next.text.startsWith(text[first.at] ?? '?')
      if (first === undefined || goesOn) continue
      const message = `${text[first.at]} opens a quotation that is not closed`
      yield { ...passage.spanOf(first.at, first.at + 1), message, hint: `close it with ${first.close[0]}` }
    }
  },
}
