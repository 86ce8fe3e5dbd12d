/*
 * The words of a release as its reader meets them, so that HTML, PDF and text can be held against each
 * other (contract, "The same words"). After NFC the sequences must be equal, but for
 *
 * - running heads and page marks of the PDF: they stand outside its tagged content (pdf-words.ts);
 * - list markers: `-`, `1.` and a note's figure at the start of a line of the text, `Lbl` in the PDF;
 * - what the text writes for links: `[1]` behind the words, the list of addresses, `<…>` around an address;
 * - the lines that stand for a rule (`* * *`) and under the head of a table (`-----`);
 * - the way back from a footnote (`↑`), which only the HTML can follow and the PDF does not print;
 * - the letter case of labels: a line of the text or the PDF that is all in capitals.
 *
 * A raised figure is a figure: the marks of footnotes are compared, not set aside. A picture is its
 * alternative text in brackets, except one that stands before the first word: that is the emblem of the
 * letterhead, and the name beside it says the same.
 */

/** A word, and what is not known of it. */
export interface Word {
  readonly text: string
  /** A line ended behind it without a visible space: the word may go on. */
  readonly open?: boolean
  /** It may be the marker of a list item, or stand for a rule. */
  readonly marker?: boolean
  /** It stands on a line in capitals and may be a label. */
  readonly label?: boolean
}

/** A picture as a reader who cannot see it meets it. */
export function picture(alt: string | undefined): string {
  return alt?.trim() ? `[${alt.trim()}]` : ''
}

/** Cuts at white space, no-break spaces among it; raised figures become figures. */
export function split(text: string): string[] {
  const flat = text
    .normalize('NFC')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (figure) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(figure)))
    .replace(/[\u00ad\u200b\u200e\u200f\u2060]/g, '')
  return flat.split(/\s+/u).filter((word) => word !== '')
}

/** The sign of the hour, which stays small between capitals: "À 0 h 01". */
const HOUR = /(?<=\d\s*)h(?![\p{L}])/gu

/** True for a line in capitals, as labels are set. */
export function isInCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line.replace(HOUR, ''))
}
