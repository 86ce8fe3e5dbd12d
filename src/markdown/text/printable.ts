/**
 * What must never reach a text file: control characters that steer a terminal, bidi embeddings and
 * overrides that make a line read otherwise than it is, and invisible characters that spoil a search.
 * U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]+/g

const LINE_END = /\r\n?|[\u2028\u2029]/g
const TAB_STOP = 8

/** Running text as a browser shows it: white space collapsed to single spaces, unprintables gone. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/[\t\n\v\f\r \u2028\u2029]+/g, ' ')
}

/** Preformatted text: line breaks and spaces stay, tabs become spaces, unprintables are gone. */
export function printableLines(text: string): string {
  const lines = text
    .replace(LINE_END, '\n')
    .replace(UNPRINTABLE, '')
    .replace(/[\v\f]/g, ' ')
  return lines.includes('\t') ? lines.split('\n').map(expandTabs).join('\n') : lines
}

/** Counts UTF-16 units, as browsers' tab stops in a monospaced face do for all that code holds. */
function expandTabs(line: string): string {
  let column = 0
  return line
    .split('\t')
    .map((cell, index, cells) => {
      column += cell.length
      if (index === cells.length - 1) return cell
      const fill = TAB_STOP - (column % TAB_STOP)
      column += fill
      return cell + ' '.repeat(fill)
    })
    .join('')
}
