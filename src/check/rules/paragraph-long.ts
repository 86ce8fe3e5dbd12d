import type { Rule } from '../rule.ts'
import { countWords } from '../scan/sentences.ts'

/** Words that a paragraph may have, unless `thresholds.paragraph_words` says another number. */
const WORDS = 150

/** A paragraph that fills half a page. */
export const paragraphLong: Rule = {
  id: 'paragraph-long',
  group: 'form',
  severity: 'info',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar'],
  doc: `Catches a paragraph of more than ${WORDS} words (thresholds: paragraph_words).`,
  source: 'Newsroom practice: one thought a paragraph.',
  bad: 'one paragraph of 200 words',
  good: 'two paragraphs of 100',
  skips: ['block-quote', 'code'],
  *check({ passages, settings }) {
    const most = settings.thresholds.paragraph_words ?? WORDS
    for (const { kind, text, fixed, spanOf } of passages) {
      if (kind !== 'paragraph' || fixed !== undefined) continue
      const words = countWords(text)
      if (words <= most) continue
      const message = `a paragraph of ${words} words`
      yield { ...spanOf(0, Math.min(text.length, 40)), message, hint: `part it: ${most} words at most` }
    }
  },
}
