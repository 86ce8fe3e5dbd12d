import { excerpt, type OutputRule } from '../output-rule.ts'

/** What is read of a box. */
const BOX = '\u0000'

/** Rule 71: characters that the reader of a PDF does not see. */
export const glyphMissing: OutputRule = {
  id: 'glyph-missing',
  group: 'output',
  severity: 'warning',
  doc: 'Catches characters that no font of the letterhead has: every build tells of them at their place; in a PDF, boxes instead of characters, and fonts that are not embedded.',
  source: 'ISO 14289-1 (PDF/UA-1), 7.21.4 (fonts are embedded) and 7.21.8 (no .notdef glyph).',
  bad: 'a word in Devanagari in a letterhead whose fonts have none',
  good: 'the word in Latin letters, or a font that has it',
  *check({ outputs }) {
    for (const { path, facts } of outputs) {
      const { boxes = [], foreignFonts = [] } = facts.layout ?? {}
      if (boxes[0]) {
        const { page, near } = boxes[0]
        const count = boxes.reduce((sum, one) => sum + one.count, 0)
        const things = count === 1 ? 'box that stands' : 'boxes that stand'
        const message = `the PDF has ${count} ${things} for no character, the first on page ${page} in "${excerpt(near.replaceAll(BOX, '□'))}"`
        yield { path, message, hint: 'write it otherwise, or add a font that has it to letterhead.yaml' }
      }
      if (foreignFonts.length > 0) {
        const message = `the PDF does not embed the font ${foreignFonts.join(', ')}`
        yield { path, message, hint: 'build again: release embeds every font' }
      }
    }
  },
}
