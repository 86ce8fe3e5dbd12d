import type { TextRuns } from '../letterhead/font-choice.ts'

/** Elements that style sheets set in bold or italics unless they say otherwise (HTML standard, 15.3). */
const BOLD = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'th', 'dt'])
const ITALIC = new Set(['em', 'i', 'cite', 'dfn', 'var', 'address'])
const VOID = new Set(['br', 'hr', 'img', 'meta', 'link', 'wbr'])

const TOKEN = /<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1>|<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+|</gi
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/**
 * Sorts the text of a rendered document by the style it is set in, so that only the faces it needs are
 * embedded. It reads our own output, which is well-formed; what a letterhead's CSS makes bold by class is
 * found by the fallback of the fonts.
 */
export function textRuns(html: string): TextRuns {
  const runs = { regular: '', bold: '', italic: '', boldItalic: '' }
  let [bold, italic] = [0, 0]
  for (const match of html.matchAll(TOKEN)) {
    const [token, , slash, element] = match
    if (element !== undefined) {
      const name = element.toLowerCase()
      if (VOID.has(name)) continue
      const step = slash === '/' ? -1 : 1
      if (BOLD.has(name)) bold += step
      if (ITALIC.has(name)) italic += step
    } else if (!token.startsWith('<') || token === '<') {
      const run = bold > 0 ? (italic > 0 ? 'boldItalic' : 'bold') : italic > 0 ? 'italic' : 'regular'
      runs[run] += decodeEntities(token)
    }
  }
  return runs
}

/** Replaces the character references that our own output holds by their characters. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
