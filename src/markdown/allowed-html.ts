import type { Schema } from 'hast-util-sanitize'

/**
 * The HTML that a draft may hold: text-level and block elements without scripts, frames, styles, forms,
 * embedded or foreign content (threats C1, C6, C7).
 */
export const ALLOWED_ELEMENTS: readonly string[] = [
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'br',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'img',
    'ins',
    'kbd',
    'mark',
  ],
  ...['q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
  ...[
    'blockquote',
    'caption',
    'dd',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...['hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]

/** Attributes that survive, by element; `*` for all of them. */
const ATTRIBUTES: Readonly<Record<string, string[]>> = {
  '*': ['dir', 'id', 'lang', 'title'],
  a: ['href', 'dataFootnoteRef'],
  blockquote: ['cite'],
  img: ['src', 'alt'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  section: ['dataFootnotes'],
  td: ['align', 'colSpan', 'headers', 'rowSpan'],
  th: ['align', 'colSpan', 'headers', 'rowSpan', 'scope'],
  time: ['dateTime'],
}

/** The allow-list as hast-util-sanitize takes it: the guard behind `cleanHtml`, which only explains. */
export const SANITIZE_SCHEMA: Schema = {
  tagNames: [...ALLOWED_ELEMENTS],
  attributes: ATTRIBUTES as NonNullable<Schema['attributes']>,
  // Links and images have their own policies with findings; this is the second lock.
  protocols: { href: ['https', 'http', 'mailto', 'tel'], cite: ['https', 'http'] },
  strip: ['script', 'style'],
  // No script can run in an output, so an id has nothing to clobber.
  clobber: [],
  ancestors: {
    li: ['ol', 'ul'],
    td: ['table'],
    th: ['table'],
    tr: ['table'],
    tbody: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    caption: ['table'],
  },
}

/** True for an attribute that the allow-list keeps on an element; names in lower case. */
export function isAllowedAttribute(element: string, attribute: string): boolean {
  const allowed = [...(ATTRIBUTES['*'] ?? []), ...(ATTRIBUTES[element] ?? [])]
  return allowed.some((name) => name.toLowerCase() === attribute)
}
