/** An element's start as it is met. */
export interface SvgElement {
  /** Local name without prefix, lower-case. */
  readonly name: string
  /** Attribute values by name as written, character references decoded. */
  readonly attributes: ReadonlyMap<string, string>
  /** How many elements it lies in. */
  readonly depth: number
}

/** What a scan tells as it goes; `text` is the character data directly inside the element that ends. */
export interface SvgVisitor {
  open(element: SvgElement): void
  close(element: SvgElement, text: string): void
}

const DECLARATION = /<\?xml\s[^<>]*?\?>/y
const COMMENT = /<!--([\s\S]*?)-->/y
const SKIPPED = /<!DOCTYPE\s[^[\]<>]*>|<\?(?!xml\b)[\s\S]*?\?>/y
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const TEXT = /[^<]+/y
const CLOSE = /<\/([\w:.-]+)\s*>/y
const OPEN = /<([\p{L}_][\p{L}\w:.-]*)/uy
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const END = /\s*(\/?)>/y
const PREDEFINED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Walks well-formed XML without entities of its own; false when it is anything else.
 * Browsers show nothing at all for a broken SVG, so a lenient reader would hide a hole in the release.
 */
export function scanSvg(text: string, visitor: SvgVisitor): boolean {
  const stack: { element: SvgElement; tag: string; text: string; prefixes: ReadonlySet<string> }[] = []
  let roots = 0
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  const close = (tag: string): boolean => {
    const top = stack.pop()
    if (top?.tag !== tag) return false
    visitor.close(top.element, top.text)
    return true
  }

  match(DECLARATION)
  while (at < text.length) {
    const top = stack.at(-1)
    const data = match(TEXT)
    const verbatim = data ? undefined : match(CDATA)?.[1]
    const words = data ? decodeReferences(data[0]) : verbatim
    if (data && words === undefined) return false
    if (words !== undefined) {
      if (top) top.text += words
      else if (verbatim !== undefined || words.trim() !== '') return false
      continue
    }
    const comment = match(COMMENT)?.[1]
    if (comment?.includes('--')) return false
    if (comment !== undefined || match(SKIPPED)) continue
    const ended = match(CLOSE)?.[1]
    if (ended !== undefined) {
      if (!close(ended)) return false
      continue
    }
    const tag = match(OPEN)?.[1]
    if (tag === undefined || (!top && ++roots > 1)) return false
    const attributes = new Map<string, string>()
    for (let found = match(ATTRIBUTE); found; found = match(ATTRIBUTE)) {
      const value = decodeReferences(found[2] ?? found[3] ?? '')
      if (value === undefined || attributes.has(found[1] ?? '')) return false
      attributes.set(found[1] ?? '', value)
    }
    const end = match(END)
    const prefixes = declaredPrefixes(attributes, top?.prefixes)
    if (!end || [tag, ...attributes.keys()].some((name) => !prefixes.has(prefixOf(name)))) return false
    const element = { name: tag.slice(tag.indexOf(':') + 1).toLowerCase(), attributes, depth: stack.length }
    visitor.open(element)
    stack.push({ element, tag, text: '', prefixes })
    if (end[1] === '/' && !close(tag)) return false
  }
  return roots === 1 && stack.length === 0
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
}

const ALWAYS: ReadonlySet<string> = new Set(['', 'xml', 'xmlns'])

function declaredPrefixes(
  attributes: ReadonlyMap<string, string>,
  outer: ReadonlySet<string> = ALWAYS,
): ReadonlySet<string> {
  const own = [...attributes.keys()].filter((name) => name.startsWith('xmlns:'))
  return own.length > 0 ? new Set([...outer, ...own.map((name) => name.slice(6))]) : outer
}

/** `undefined` for an entity XML does not predefine: its meaning would be elsewhere. */
function decodeReferences(text: string): string | undefined {
  if (!text.includes('&')) return text
  let sound = true
  const decoded = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+))?(;?)/gi,
    (_, ten, sixteen, name, end) => {
      const code = ten ? Number(ten) : sixteen ? Number.parseInt(sixteen, 16) : undefined
      const character =
        code === undefined ? PREDEFINED[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
      if (character === undefined || end === '') sound = false
      return character ?? ''
    },
  )
  return sound ? decoded : undefined
}
