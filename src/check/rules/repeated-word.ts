import type { Rule } from '../rule.ts'

/** Words that grammar doubles: "had had", "that that", "nous nous", "die die", "faz faz". */
const DOUBLED: Readonly<Record<string, readonly string[]>> = {
  en: ['had', 'that', 'is', 'bye', 'very', 'so'],
  fr: ['nous', 'vous', 'si', 'non', 'oui'],
  de: ['die', 'der', 'das', 'den', 'dem', 'sie', 'ja', 'was', 'wie'],
  es: ['no', 'sí', 'muy', 'que'],
  ru: ['что', 'чуть', 'еле', 'едва', 'очень', 'да', 'нет', 'как'],
}

/** A word and the beginning of a word that is like it: most passages have none, and this is soon seen. */
const DOUBLE = /(?<![A-Za-z])(\S+) +\1/iu

/** A doubled word, also across the end of a line. Turkish, Azerbaijani and Chinese double words by grammar. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  group: 'language',
  severity: 'warning',
  languages: Object.keys(DOUBLED),
  doc: 'Catches a word that is written twice, also across the end of a line.',
  source: 'Proofreading practice; words that grammar doubles are left alone.',
  bad: 'in the the town',
  good: 'in the town',
  skips: ['code', 'address', 'name'],
  *check({ passages, tag }) {
    const known = DOUBLED[tag.split('-')[0] ?? ''] ?? []
    for (const passage of passages) {
      if (!DOUBLE.test(passage.text)) continue
      for (const match of passage.text.matchAll(
        /(?<![\p{L}\p{N}’'-])([\p{L}’']+) +(?=(\1)(?![\p{L}\p{N}’'-]))/giu,
      )) {
        const [, first = '', second = ''] = match
        // "New York, New York", "Duran Duran", "Pago Pago".
        const isName = /^\p{Lu}/u.test(second)
        if (isName || known.includes(first.toLowerCase())) continue
        const end = match.index + match[0].length + second.length
        const from = match.index + first.length
        const whole = passage.spanOf(match.index, end)
        const safe =
          !passage.isFilled(match.index, end) && isPlain(passage.starts, passage.ends, match.index, end)
        yield {
          ...whole,
          message: `"${first} ${second}": the word stands twice`,
          hint: `write "${first}" once`,
          ...(safe ? { fix: { ...passage.spanOf(from, end), text: '', safe: true } } : {}),
        }
      }
    }
  },
}

/** True where no mark of Markdown stands between the characters. */
function isPlain(starts: readonly number[], ends: readonly number[], from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) if (ends[i] !== starts[i + 1]) return false
  return true
}
