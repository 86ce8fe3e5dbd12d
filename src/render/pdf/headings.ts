import { decodeEntities } from '../text-runs.ts'

// An attribute's value may hold `>`, and an alternative text may look like a heading.
const TOKEN =
  /<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi
const HEADING = /^h[1-6]$/i
const ALT = /\salt=(?:"([^"]*)"|'([^']*)')/i

/**
 * The headings of a rendered document, `h1` to `h6`, in its order: one line of text each, a line break and
 * white space as one space, a picture as its alternative text. Headings without text are left out. It reads our own output,
 * which is well-formed.
 */
export function headingsOf(html: string): string[] {
  const headings: string[] = []
  let open: string | undefined
  for (const [token, unread, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
    if (name !== undefined && HEADING.test(name)) {
      if (slash && open !== undefined) headings.push(open)
      open = slash ? undefined : ''
    } else if (open !== undefined && !unread && !token.startsWith('<!--')) {
      open += name === undefined ? decodeEntities(token) : textOfTag(name.toLowerCase(), attributes)
    }
  }
  return headings.map((text) => text.replace(/\s*[\t\n\f\r ]\s*/g, ' ').trim()).filter(Boolean)
}

function textOfTag(name: string, attributes: string): string {
  if (name === 'br') return ' '
  const alternative = name === 'img' ? ALT.exec(attributes) : null
  return decodeEntities(alternative?.[1] ?? alternative?.[2] ?? '')
}
