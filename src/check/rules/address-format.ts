import type { Rule } from '../rule.ts'

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR'

/** State, comma, ZIP code, at the end of an address or before its country. */
const COMMA = new RegExp(
  `(?<=\\p{L}\\.?, ?(?:${STATES}))(, ?| , ?)(?=\\d{5}(?:-\\d{4})?(?:$|[.;)\\n]|\\s*,? ?(?:USA|U\\.S\\.A?\\.?|United States)\\b|, (?:Tel|Phone|tel|phone)))`,
  'gu',
)

/** State and a code that has not five figures, at the end of an address with a street. */
const CODE = new RegExp(
  `(?<=\\p{L}\\.?, ?(?:${STATES}) )(?:\\d{3,4}|\\d{6})(?=$|[.;)\\n]|,? (?:USA|U\\.S\\.))`,
  'gu',
)

/** What addresses have before their city. */
const STREET =
  /\d+ (?:\p{L}[\p{L}.’'-]* ){1,4}(?:Avenue|Ave\.?|Street|St\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Lane|Plaza|Square|Parkway)(?![\p{L}])/u

/** American addresses as the post writes them. */
export const addressFormat: Rule = {
  id: 'address-format',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a comma between the state and the ZIP code of an American address, and a ZIP code that has not five figures.',
  source: 'USPS Publication 28: city, state and ZIP code on one line.',
  bad: '633 Example Avenue, New York, NY, 10017',
  good: '633 Example Avenue, New York, NY 10017',
  skips: ['code', 'address'],
  *check({ passages }) {
    for (const passage of passages) {
      if (!/\d{3}/.test(passage.text)) continue
      for (const { 0: code, index } of passage.text.matchAll(CODE)) {
        if (!STREET.test(passage.text.slice(0, index))) continue
        yield {
          ...passage.spanOf(index, index + code.length),
          message: `the ZIP code "${code}" has ${code.length} figures`,
          hint: 'a ZIP code has five, as 10017, or five and four, as 10017-1234',
        }
      }
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
