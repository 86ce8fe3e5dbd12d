import type { AnniversaryWords } from '../../language/anniversary-words.ts'
import { likeCapital, replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

/** Where an ordinal cannot stand: before these plurals, and behind these words. */
interface Place {
  readonly after: RegExp
  readonly before?: RegExp
  /** Left alone: "the tenth and eleventh weeks". */
  readonly unless?: RegExp
  /** Smaller ones may stand there: "the first days". */
  readonly from: number
  /** Numbers in words have one form there, so that they can be mended. */
  readonly inWords: boolean
}

const PLACES: Readonly<Record<string, Place>> = {
  en: {
    after: /^ (?:years|months|weeks|days|decades)(?![\p{L}-])/u,
    unless: /(?:(?<!\p{L})(?:and|or|to|through|their|our|your|&)|[,–-]|\d[thsrnd]{2}) ?$/u,
    from: 10,
    inWords: true,
  },
  fr: {
    after: /^ (?:ans|années|semaines|jours|décennies)(?!\p{L})/u,
    unless: /(?:(?<!\p{L})(?:et|ou|à|au|aux)|[,–-]) $/u,
    from: 2,
    inWords: true,
  },
  es: {
    after: /^ (?:años|meses|días)(?!\p{L})/u,
    unless: /(?:(?<!\p{L})(?:y|o|a|los)|[,–-]) $/u,
    from: 2,
    inWords: true,
  },
  de: {
    before: /(?:vor|seit|über|rund) $/u,
    after: /^ (?:jahren|monaten|wochen|tagen)(?!\p{L})/u,
    from: 2,
    inWords: true,
  },
  ru: { after: /^ (?:лет|(?:год|года) (?:тому )?назад)(?!\p{L})/u, from: 2, inWords: false },
  az: { after: /^ il (?:bundan )?(?:əvvəl|öncə)(?!\p{L})/u, from: 2, inWords: true },
  tr: { after: /^ yil (?:önce|evvel)(?!\p{L})/u, from: 2, inWords: true },
  ar: {
    before: /(?:قبل|منذ) $/u,
    after: /^ (?:عاما|عامًا|عاماً|سنة|أعوام|سنوات)(?!\p{L})/u,
    from: 3,
    inWords: false,
  },
}

/** "Twenty-eighth years ago". */
export const ordinalUsedAsCardinal: Rule = {
  id: 'ordinal-used-as-cardinal',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(PLACES),
  doc: 'Catches an ordinal where a number of years, months, weeks or days is told. Chinese is left out: 第二十八年前 can mean "before the 28th year".',
  source: 'A slip of releases that are reused every year; the grammars named in src/language/numbers.',
  bad: 'Twenty-eighth years ago',
  good: 'Twenty-eight years ago',
  skips: ['code', 'address', 'name'],
  *check({ passages, scanOf, tag, language: { anniversary } }) {
    const place = PLACES[tag.split('-')[0]?.toLowerCase() ?? '']
    if (!place) return
    const noun = new RegExp(place.after.source.replace('^', ''), 'u')
    for (const passage of passages) {
      const text = scanOf(passage).normal
      if (!noun.test(text)) continue
      for (const { kind, n, start, end } of scanOf(passage).phrases) {
        const counted = kind === 'ordinal' ? place.after.exec(text.slice(end))?.[0] : undefined
        if (counted === undefined) continue
        const before = text.slice(0, start)
        const isSmall = n < place.from && !/^[ \p{L}]+ ago(?!\p{L})/u.test(text.slice(end))
        if (isSmall || place.unless?.test(before)) continue
        if (place.before && !place.before.test(before)) continue
        // "On the 21st days of March and June": of several months.
        if (/(?<!\p{L})the $/u.test(before) && /^ days of(?!\p{L})/u.test(text.slice(end))) continue
        const written = passage.text.slice(start, end)
        const number = likeCapital(tag, written, cardinal(written, n, place, anniversary) ?? '')
        yield {
          ...passage.spanOf(start, end + counted.length),
          message: `"${passage.text.slice(start, end + counted.length)}": an ordinal where years or days are counted`,
          hint:
            number === ''
              ? 'write the cardinal number'
              : `write "${number}${passage.text.slice(end, end + counted.length)}"`,
          ...(number === '' ? {} : replacement(passage, { start, end }, number, true)),
        }
      }
    }
  },
}

function cardinal(
  written: string,
  n: number,
  { inWords }: Place,
  words: AnniversaryWords,
): string | undefined {
  if (/\p{N}/u.test(written)) return `${n}`
  // With one at its end the number has the noun's gender.
  const text = inWords && n % 10 !== 1 ? words.cardinalInWords(n) : undefined
  return text?.ok ? text.text : undefined
}
