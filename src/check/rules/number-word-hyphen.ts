import type { AnniversaryWords } from '../../language/anniversary-words.ts'
import { replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

const patterns = new WeakMap<AnniversaryWords, RegExp>()

/** How the tens of English and French end, or begin: there is no compound number without. */
const TENS = /ty[ -]|vingt|trente|ante|dix|soix/

/** A compound number without its hyphen. */
export const numberWordHyphen: Rule = {
  id: 'number-word-hyphen',
  group: 'language',
  severity: 'warning',
  languages: ['en', 'fr'],
  doc: 'Catches a compound number below a hundred, and an ordinal of an anniversary or a century, without its hyphen. The other languages join with no hyphen.',
  source:
    'New Hart’s Rules, 11.1; Lexique des règles typographiques en usage à l’Imprimerie nationale, "Nombres".',
  bad: 'twenty two states',
  good: 'twenty-two states',
  skips: ['code', 'address', 'name'],
  *check({ passages, scanOf, language: { anniversary } }) {
    const pattern = patterns.get(anniversary) ?? patternOf(anniversary)
    patterns.set(anniversary, pattern)
    for (const passage of passages) {
      const text = scanOf(passage).normal
      if (!TENS.test(text)) continue
      for (const { 0: found, index } of text.matchAll(pattern)) {
        const range = { start: index, end: index + found.length }
        const written = passage.text.slice(range.start, range.end)
        const fresh = joined(written, found)
        if (fresh === written) continue
        yield {
          ...passage.spanOf(range.start, range.end),
          message: `"${written}": the hyphen is missing`,
          hint: `write "${fresh}"`,
          ...replacement(passage, range, fresh, true),
        }
      }
    }
  },
}

/** With hyphens between all words, but around "et" and behind a hundred. */
function joined(written: string, normal: string): string {
  if (/(?<= )et /.test(normal)) return written
  return written.replace(/[\s\u00a0-]+/g, '-')
}

function patternOf(words: AnniversaryWords): RegExp {
  const numbers: string[] = []
  const ordinals: string[] = []
  for (let n = 17; n < 100; n++) {
    const [cardinal, ordinal] = [words.cardinalInWords(n), words.ordinalInWords(n)]
    if (cardinal.ok && cardinal.text.includes('-')) numbers.push(cardinal.text)
    if (ordinal.ok && ordinal.text.includes('-')) ordinals.push(ordinal.text)
  }
  const [cardinal, ordinal] = [numbers, ordinals].map((all) =>
    all
      .sort((a, b) => b.length - a.length)
      .map((text) => text.replaceAll('-', '[ -]'))
      .join('|'),
  )
  // "The twenty first graders" are twenty.
  const nouns =
    ' (?:[\\p{L}]+ )?(?:anniversar|century|centuries|birthday|session)|(?= (?:anniversaire|siècle|session))'
  return new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(?:${cardinal})(?![\\p{L}\\p{N}-])|(?:${ordinal})(?=${nouns}))`,
    'gu',
  )
}
