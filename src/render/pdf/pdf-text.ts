// Controls and what reorders or hides text: none of it belongs in a title, and viewers show titles in their
// chrome.
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const UNWANTED = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g

/** One line of plain text for metadata: no control, no bidi override, no lone surrogate. */
export function metadataText(text: string): string {
  const wellFormed = Buffer.from(text, 'utf8').toString('utf8')
  return wellFormed.replace(BREAKS, ' ').replace(UNWANTED, '').replace(/ {2,}/g, ' ').trim()
}

/** A PDF text string: a literal where it is ASCII, else UTF-16BE in hexadecimal. */
export function pdfString(text: string): string {
  const clean = metadataText(text)
  if (/^[\x20-\x7E]*$/.test(clean)) return `(${clean.replace(/[\\()]/g, '\\$&')})`
  return `<FEFF${Buffer.from(clean, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
