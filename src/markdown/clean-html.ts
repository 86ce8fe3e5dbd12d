import type { LocalFinding, Place } from '../finding.ts'
import { ALLOWED_ELEMENTS, isAllowedAttribute } from './allowed-html.ts'
import { placeAt } from './places.ts'

const TAG = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
/** What XML has and HTML would swallow. */
const FOREIGN = /<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?>/g
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g

/**
 * Takes tags that a draft may not use out of one piece of raw HTML, with a warning at the line of each, and
 * keeps the words between them. Only a script or style that is closed within the piece goes with its
 * content. What this misses, the sanitiser behind it drops.
 */
export function cleanHtml(html: string, start: Place): { html: string; findings: LocalFinding[] } {
  const findings: LocalFinding[] = []
  const told = new Set<string>()
  const tell = (what: string, offset: number, hint: string, severity: 'warning' | 'error' = 'warning') => {
    if (told.has(what)) return
    told.add(what)
    findings.push({ severity, rule: 'html-removed', message: what, hint, ...placeAt(html, offset, start) })
  }
  const open = html.lastIndexOf('<!--')
  if (open >= 0 && html.indexOf('-->', open) < 0) {
    tell('a comment is not closed: all that follows would be lost', open, 'close it: -->', 'error')
  }
  const kept = html.replace(
    /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi,
    (whole, name: string, offset: number) => {
      tell(
        `<${name.toLowerCase()}> and its content removed`,
        offset,
        'a release carries no scripts or styles',
      )
      // Blanks, so that what follows keeps its place.
      return whole.replace(/[^\n]/g, ' ')
    },
  )
  const cleaned = kept
    .replace(FOREIGN, (whole, words: string | undefined, offset: number) => {
      const what = words === undefined ? '<?…> removed' : '<![CDATA[…]]> removed, its text is kept'
      tell(what, offset, 'write it in Markdown')
      return (words ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').padEnd(whole.length)
    })
    .replace(TAG, (whole, slash: string, written: string, attributes: string, offset: number) => {
      const name = written.toLowerCase()
      if (!ALLOWED_ELEMENTS.includes(name)) {
        if (slash === '') tell(`<${shown(name)}> removed, its text is kept`, offset, 'write it in Markdown')
        return ''
      }
      for (const match of attributes.matchAll(ATTRIBUTE)) {
        const attribute = (match[1] ?? '').toLowerCase()
        if (isAllowedAttribute(name, attribute) || isHarmless(attribute)) continue
        tell(
          `attribute "${shown(attribute)}" of <${name}> removed`,
          offset,
          'the letterhead decides how a release looks',
        )
      }
      return whole
    })
  return { html: cleaned, findings }
}

/** Attributes that change nothing the reader gets, dropped without a word. */
function isHarmless(attribute: string): boolean {
  return /^(?:class|width|height|rel|target|name|loading|role|data-.*|aria-.*|alt|border|cell.*)$/.test(
    attribute,
  )
}

function shown(name: string): string {
  return name.length > 30 ? `${name.slice(0, 30)}…` : name
}
