import type { Rule } from '../rule.ts'
import { countWords, sentences } from '../scan/sentences.ts'

/** Words that a sentence may have, unless `thresholds.sentence_words` says another number. */
const WORDS = 45

/** A sentence that no reader follows to its end. */
export const sentenceLong: Rule = {
  id: 'sentence-long',
  group: 'form',
  severity: 'info',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar'],
  doc: `Catches a sentence of more than ${WORDS} words (thresholds: sentence_words); what stands in brackets or behind a semicolon is not counted with it.`,
  source: 'GOV.UK style guide: sentences of 25 words; conventions of the project: 45.',
  bad: 'one sentence of 60 words',
  good: 'two sentences of 30',
  skips: ['quotation', 'block-quote', 'heading'],
  *check({ passages, settings }) {
    const most = settings.thresholds.sentence_words ?? WORDS
    for (const passage of passages) {
      if (passage.kind !== 'paragraph' || passage.fixed !== undefined) continue
      // As long as it was, so that places stay.
      const text = passage.text.replace(/\([^()]*\)/gu, (list) => ' '.repeat(list.length))
      for (const [from, to] of sentences(text)) {
        if (passage.isQuoted(from, to)) continue
        const words = Math.max(...text.slice(from, to).split(/[;؛]/u).map(countWords))
        if (words <= most) continue
        const message = `a sentence of ${words} words`
        const hint = `end it sooner: ${most} words at most`
        yield { ...passage.spanOf(from, Math.min(to, from + 40)), message, hint }
      }
    }
  },
}
