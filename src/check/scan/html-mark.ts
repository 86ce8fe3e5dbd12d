const QUOTED = /^(?:q|blockquote|cite|code|kbd|samp|pre|del|s)$/
const PLAIN = /^(?:sup|sub|b|i|em|strong|u|small|span|abbr|mark|ins|bdi|bdo|wbr)$/

/**
 * What a tag is to a reader of text: quotation marks around what is quoted, or code; nothing where it only
 * changes how letters look. Undefined for all others, which part the text.
 */
export function htmlMark(tag: string): string | undefined {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? []
  if (QUOTED.test(name.toLowerCase())) return slash ? '」' : '「'
  if (name.toLowerCase() === 'br') return ' '
  return PLAIN.test(name.toLowerCase()) ? '' : undefined
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
}

/** The character of `&nbsp;`, `&#8209;` or `&ldquo;`; undefined for other names. */
export function characterOf(reference: string): string | undefined {
  const [, hexadecimal, decimal, name = ''] =
    /^&(?:#x([0-9a-f]{1,4})|#(\d{1,5})|([a-z]+));$/i.exec(reference) ?? []
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN)
  return Number.isNaN(code) ? NAMED[name] : String.fromCharCode(code)
}
