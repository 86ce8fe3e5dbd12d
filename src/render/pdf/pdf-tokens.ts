/** One lexical token of a PDF, with its place in the file (bytes). */
export interface PdfToken {
  readonly kind: 'string' | 'name' | 'open' | 'close' | 'word'
  readonly text: string
  readonly at: number
}

// Strings come first so that nothing inside one is ever taken for syntax. Skia escapes every parenthesis.
const TOKEN = /\((?:[^\\()]|\\[\s\S])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g

/** The tokens of a PDF's text from an offset on, without end: who asks knows when to stop. */
export function* tokens(text: string, from: number): Generator<PdfToken> {
  TOKEN.lastIndex = from
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const end = TOKEN.lastIndex
    yield { kind: kindOf(match[0]), text: match[0], at: match.index }
    TOKEN.lastIndex = end
  }
}

function kindOf(text: string): PdfToken['kind'] {
  if (text === '<<' || text === '[') return 'open'
  if (text === '>>' || text === ']') return 'close'
  if (text.startsWith('/')) return 'name'
  return text.startsWith('(') || text.startsWith('<') ? 'string' : 'word'
}
