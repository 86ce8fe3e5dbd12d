import type { Rule } from '../rule.ts'

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR'

/** State, comma, ZIP code, at the end of an address or before its country. */
const COMMA = new RegExp(
  `(?<=\\p{L}\\.?, ?(?:${STATES}))(, ?| , ?)(?=\\d{5}(?:-\\d{4})?(?:$|[.;)\\n]|\\s*,? ?(?:USA|U\\.S\\.A?\\.?|United States)\\b|, (?:Tel|Phone|tel|phone)))`,
  'gu',
)

/** American addresses as the post writes them. */
export const addressFormat: Rule = {
  id: 'address-format',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a comma between the state and the ZIP code of an American address.',
  source: 'USPS Publication 28: city, state and ZIP code on one line.',
  bad: '633 Example Avenue, New York, NY, 10017',
  good: '633 Example Avenue, New York, NY 10017',
  skips: ['code', 'address'],
  *check({ passages }) {
    for (const passage of passages) {
      if (!/\d{5}/.test(passage.text)) continue
      for (const { 0: comma, index } of passage.text.matchAll(COMMA)) {
        const end = index + comma.length
        const written = passage.text.slice(index - 2, end + 5)
        const safe = !passage.isFilled(index - 2, end + 5)
        yield {
          ...passage.spanOf(index - 2, end + 5),
          message: `"${written}": no comma stands between state and ZIP code`,
          hint: `write "${written.replace(comma, ' ')}"`,
          ...(safe ? { fix: { ...passage.spanOf(index, end), text: ' ', safe } } : {}),
        }
      }
    }
  },
}
