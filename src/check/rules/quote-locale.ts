import { QUOTATION_MARKS, type QuotationMarks } from '../../language/quotation-marks.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'

/** What closes a quotation that begins with a mark. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
}

const OPENING = new RegExp(`[${Object.keys(CLOSERS).join('')}]`)

/** Quotation marks that are another language's: a sign of a text that was translated in a hurry. */
export const quoteLocale: Rule = {
  id: 'quote-locale',
  group: 'language',
  severity: 'warning',
  languages: ['en', 'fr', 'de', 'es', 'ru', 'tr', 'zh'],
  doc: 'Catches quotation marks of another language; those within a quotation are left alone.',
  source: 'Unicode CLDR, delimiters; Lexique de l’Imprimerie nationale; Duden; Правила русской орфографии.',
  bad: 'in French: le “mot”',
  good: 'le « mot »',
  skips: ['code', 'address'],
  *check({ passages, language }) {
    const custom = QUOTATION_MARKS[language.tag] ?? QUOTATION_MARKS[language.tag.split('-')[0] ?? '']
    if (!custom) return
    for (const passage of passages) {
      if (passage.fixed !== undefined) continue
      for (const { start, end } of foreignQuotations(passage.text, custom)) {
        const [open, close] = [passage.text[start] ?? '', passage.text[end - 1] ?? '']
        const [from, to] = custom.primary
        const message = `${open}…${close}: quotation marks of another language`
        const blank = custom.spaced ? ' ' : ''
        const blankAt = (at: number) => (/\s/.test(passage.text[at] ?? '') ? '' : blank)
        const hint = `write ${from}${blank}…${blank}${to}`
        const opening = fixOf(passage, start, `${from}${blankAt(start + 1)}`)
        yield { ...passage.spanOf(start, start + 1), message, hint, ...opening }
        const closing = fixOf(passage, end - 1, `${blankAt(end - 2)}${to}`)
        yield { ...passage.spanOf(end - 1, end), message, hint, ...closing }
      }
    }
  },
}

function fixOf(passage: IssuedPassage, at: number, text: string) {
  const span = passage.spanOf(at, at + 1)
  if (passage.isFilled(at, at + 1) || span.end - span.start !== 1) return {}
  return { fix: { ...span, text, safe: true } }
}

/** Whole quotations, outermost, one of whose marks the language has not. */
function foreignQuotations(
  text: string,
  { primary, foreign }: QuotationMarks,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (!OPENING.test(text)) return found
  for (let i = 0; i < text.length; i++) {
    const closers = CLOSERS[text[i] ?? '']
    const isTurned = text[i] === '»' && !/^$|[\s(]/.test(text[i - 1] ?? '')
    if (closers === undefined || isTurned) continue
    const end = endOf(text, i, closers)
    if (end === undefined) continue
    const marks = `${text[i]}${text[end - 1]}`
    const hasWords = /\p{L}/u.test(text.slice(i + 1, end - 1))
    if (hasWords && marks !== primary.join('') && [...marks].some((mark) => foreign.includes(mark))) {
      found.push({ start: i, end })
    }
    i = end - 1
  }
  return found
}

// A quotation with the same marks within it is one of those whose end is not certain.
function endOf(text: string, start: number, closers: string): number | undefined {
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i] ?? ''
    if (closers.includes(char)) return i === start + 1 ? undefined : i + 1
    if (char === text[start]) return undefined
  }
  return undefined
}
