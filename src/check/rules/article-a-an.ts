import type { Rule } from '../rule.ts'

/** Words with a vowel letter and the sound of a consonant, and the reverse. */
const LIKE_Y =
  /^(?:unanim|uni(?!m|n|dent|deal|rr|ss)|u[st][aeiou]|ubiq|eu|ewe|uk|ural|urol|uran|uref|one(?![a-z])|once|oneself|one-|ouija)/iu
const SILENT_H = /^(?:hours?|hourly|honest\w*|honou?r\w*|heirs?|heirlooms?|heiress\w*)$/iu

/** Words before which "a" is a letter or a name, and words of other languages. */
const NOT_ARTICLE =
  /^(?:and|or|is|are|in|of|at|as|if|it|on|as|above|i|a|am|e|o|us|et|un|una|uno|ou|así|os)$/iu

/** "A" and "an" by the sound that follows. */
export const articleAAn: Rule = {
  id: 'article-a-an',
  group: 'language',
  severity: 'info',
  languages: ['en'],
  doc: 'Catches "an" before the sound of a consonant and "a" before that of a vowel; abbreviations and words with a spoken or silent h at choice are left alone.',
  source: 'Chicago Manual of Style: indefinite article.',
  bad: 'an European court',
  good: 'a European court',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.fixed !== undefined) continue
      for (const match of passage.text.matchAll(
        /(?=[Aa])(?<![\p{L}\p{N}’'.&/*-])([Aa]n?) (\p{Lu}?\p{Ll}{2,}(?:-\p{L}+)*|(?:8|11|18|80)(?![.,]\d))(?![\p{L}\p{N}’'-])/gu,
      )) {
        const [, article = '', word = ''] = match
        // "Vitamin A enters": a capital A within a sentence is a letter.
        const isInside =
          /^A/.test(article) &&
          match.index > 0 &&
          !/[.!?:“"] ?$/u.test(passage.text.slice(Math.max(0, match.index - 2), match.index))
        if (isInside || NOT_ARTICLE.test(word)) continue
        const sound = soundOf(word)
        if (sound === undefined || (sound === 'vowel') === (article.length === 2)) continue
        const [from, to] = [match.index, match.index + article.length]
        const span = passage.spanOf(from, to)
        const text = article.length === 2 ? article.slice(0, 1) : `${article}n`
        const fix = passage.isFilled(from, to) ? {} : { fix: { ...span, text, safe: false } }
        const message = `"${match[0]}": ${word} begins with the sound of a ${sound}`
        yield {
          ...passage.spanOf(from, from + match[0].length),
          message,
          hint: `write "${text} ${word}"`,
          ...fix,
        }
      }
    }
  },
}

function soundOf(word: string): 'vowel' | 'consonant' | undefined {
  if (/^\d/.test(word)) return 'vowel'
  if (LIKE_Y.test(word)) return 'consonant'
  if (SILENT_H.test(word)) return 'vowel'
  // "herb", "historic", "hotel": both are heard. "u…" not known above: "uninformed" is a vowel.
  if (/^h/iu.test(word)) return undefined
  if (/^[aeio]/iu.test(word) || /^u[bglmnprtx]/iu.test(word)) return 'vowel'
  // "npm", "mdast": names that are spelled out.
  return /^(?:[bcdfgjklmnpqrstvwz][aeiouylrw]|[cstw]h|kn|ps|sc|s[kmnpqt]|gn)/iu.test(word)
    ? 'consonant'
    : undefined
}
