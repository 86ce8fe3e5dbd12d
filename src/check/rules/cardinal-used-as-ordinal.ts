import type { AnniversaryWords } from '../../language/anniversary-words.ts'
import { likeCapital, replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'
import type { Cardinal } from '../scan/find-cardinals.ts'
import { findTable } from '../scan/find-table.ts'
import type { ScanTable } from '../scan/table.ts'

/** Where only an ordinal can stand. */
interface Place {
  /** Some of these letters stand in every such place. */
  readonly hint: RegExp
  readonly before: RegExp
  readonly after: RegExp
  /** Figures alone are custom: "الذكرى 28". */
  readonly onlyWords?: boolean
  /** Smaller ones are left alone, where what is counted stands in the singular; default 2. */
  readonly from?: number
  /** Behind which numbers, as they are written, this noun is what is counted. */
  readonly counts?: (n: number, noun: string, number: string) => boolean
  /** Ordinals in words have one form there, so that they can be mended. */
  readonly inWords: boolean
}

const PLACES: Readonly<Record<string, Place>> = {
  en: {
    hint: /anniv|session|meeting/,
    before: /(?:^|(?<!\p{L})(?:the|this|an?|its|our|their|his|her)|'s) $|^$/u,
    after:
      /^ (?:(?:sad|solemn|annual|joint|plenary|regular|special) )?(?:anniversary|session|meeting)(?![\p{L}'-])(?! (?!(?:of|in|on|at|was|is|will|and|since|for|to|with|from|today|tomorrow|this|next|the|by|as|that|when|who|which|has|had|may|can|should|under|during|before|after|he|she|it|they|we|opened|met|began|took|ended)(?!\p{L}))\p{L})/u,
    inWords: true,
  },
  fr: {
    hint: /anniv/,
    before: /(?<!\p{L})(?:le|du|au|son|ce|notre|leur) $/u,
    after: /^ (?:triste )?anniversaire(?!\p{L})/u,
    inWords: true,
  },
  de: {
    hint: /tag/,
    before: /(?<!\p{L})(?:der|des|dem|den|zum|am|(?:ihr|sein|unser)(?:e[mns])?) $/u,
    after: /^ (?:jahres|todes|geburts|gründungs|gedenk)tag(?:e?s)?(?!\p{L})/u,
    inWords: false,
  },
  ru: {
    hint: /годов|юбил/,
    before: /(?:^|\p{L} |["«(])$/u,
    after: /^ (?:годовщин(?:а|у|е|ой|ы)|юбилей|юбилея|юбилею|юбилеем)(?!\p{L})/u,
    // "Две годовщины", "три юбилея", "двадцать одну годовщину".
    counts: (n, noun, number) =>
      /(?<!\p{L})одн(?:а|у|ой)$/u.test(number) ||
      (/[ыя]$/u.test(noun) && n % 10 > 1 && n % 10 < 5 && (n % 100 < 11 || n % 100 > 14)),
    inWords: false,
  },
  az: { hint: /ildön/, before: /(?:^|\p{L} )$/u, after: /^ ildönümü/u, from: 10, inWords: true },
  tr: { hint: /dönüm/, before: /(?:^|\p{L} )$/u, after: /^ yil ?dönümü/u, from: 10, inWords: true },
  ar: {
    hint: /ذكرى/,
    before: /(?:ال|لل)ذكرى (?:السنوية )?$/u,
    after: /^(?! (?:عام|سن|شهيد|ألف|شخص))/u,
    onlyWords: true,
    inWords: false,
  },
}

/** "The 28 anniversary". */
export const cardinalUsedAsOrdinal: Rule = {
  id: 'cardinal-used-as-ordinal',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(PLACES),
  doc: 'Catches a plain number before "anniversary", and in English before "session" or "meeting". Spanish and Chinese tell anniversaries with cardinals, so they are left out; in Arabic figures are custom, and only words are looked at.',
  source:
    'Diccionario panhispánico de dudas, "ordinales", for Spanish; the grammars named in src/language/numbers.',
  bad: 'the 28 anniversary',
  good: 'the 28th anniversary',
  skips: ['code', 'address', 'name'],
  *check({ passages, scanOf, tag, language }) {
    const [place, table] = [PLACES[tag.split('-')[0]?.toLowerCase() ?? ''], findTable(language)]
    if (!place || !table) return
    for (const passage of passages) {
      const scan = scanOf(passage)
      const text = scan.normal
      if (!place.hint.test(text)) continue
      for (const cardinal of scan.cardinals) {
        const { start, end, n, isInWords } = cardinal
        const noun = place.after.exec(text.slice(end))?.[0]
        if (
          noun === undefined ||
          n < (place.from ?? 2) ||
          place.counts?.(n, noun, text.slice(start, end)) ||
          (place.onlyWords && !isInWords)
        )
          continue
        if (!place.before.test(text.slice(0, start))) continue
        const written = passage.text.slice(start, end)
        const ordinal = likeCapital(
          tag,
          written,
          ordinalOf(cardinal, noun, place, language.anniversary, table) ?? '',
        )
        yield {
          ...passage.spanOf(start, end + noun.length),
          message: `"${passage.text.slice(start, end + noun.length)}": a plain number where an ordinal stands`,
          hint:
            ordinal === ''
              ? 'write the ordinal'
              : `write "${ordinal}${passage.text.slice(end, end + noun.length)}"`,
          ...(ordinal === '' ? {} : replacement(passage, { start, end }, ordinal, true)),
        }
      }
    }
  },
}

function ordinalOf(
  { n, isInWords }: Cardinal,
  noun: string,
  { inWords }: Place,
  words: AnniversaryWords,
  table: ScanTable,
): string | undefined {
  if (isInWords && !inWords) return undefined
  const known = table.nouns.find((one) =>
    new RegExp(`^ (?:${one.words.replaceAll('ı', 'i')})`, 'iu').test(noun),
  )
  const form = known?.form ?? {}
  const text = isInWords ? words.ordinalInWords(n, form) : words.ordinal(n, form)
  return text.ok ? text.text : undefined
}
