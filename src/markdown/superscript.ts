const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A number in superscript figures, the mark of a footnote in every output: 12 → ¹². */
export function superscript(number: number | string): string {
  return String(number).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit)
}
