import { TEXT_WIDTH } from '../../letterhead/text-helpers.ts'
import { displayWidth } from '../../markdown/text/display-width.ts'
import { excerpt, type OutputRule } from '../output-rule.ts'

/** A word that mail programs would break and that must not be: an address. */
const ADDRESS = /^[^\p{L}\p{N}]*(?:[a-z][a-z\d+.-]*:\S|www\.\S|[^\s@]+@[^\s@]+\.[^\s@])/iu

/** Rule 75: the lines of a text that mail programs would break. */
export const txtWidth: OutputRule = {
  id: 'txt-width',
  group: 'output',
  severity: 'warning',
  doc: 'Catches lines of the text that take more than 72 columns; an address may, since it cannot be broken.',
  source: 'RFC 3676, 4.2: lines of a text of at most 78 characters; contract, "Output": 72 display columns.',
  bad: 'a line of code of 90 columns',
  good: 'the same line, broken in two',
  *check({ outputs }) {
    for (const { path, facts } of outputs) {
      const wide = (facts.lines ?? []).flatMap((text, index) => {
        const columns = displayWidth(text)
        const isAddress = text.split(/\s+/u).some((word) => displayWidth(word) > 20 && ADDRESS.test(word))
        return columns > TEXT_WIDTH && !isAddress ? [{ text, number: index + 1, columns }] : []
      })
      const first = wide[0]
      if (!first) continue
      const others = wide.length > 1 ? ` (and ${wide.length - 1} more)` : ''
      yield {
        path,
        message: `line ${first.number} of the text has ${first.columns} columns, more than ${TEXT_WIDTH}${others}: "${excerpt(first.text)}"`,
        hint: 'break the line, in a block of code too; a template wraps with {{#wrap}}',
      }
    }
  },
}
