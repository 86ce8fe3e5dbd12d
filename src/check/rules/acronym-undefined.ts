import type { CheckContext } from '../context.ts'
import type { Rule, RuleFinding, Span } from '../rule.ts'

/** Short forms that need no words: states, bodies and units that every newsroom knows. */
const KNOWN = new Set(
  (
    'UN EU US USA UK UAE NATO UNESCO UNICEF WHO IMF OPEC OECD NASA FBI CIA BBC CNN AFP AP HIV AIDS COVID SARS DNA RNA ' +
    'PDF HTML URL USB SMS GPS CD DVD TV PC IT AI QR FAQ ID ISBN ISO HTTP API CSS XML JSON CSV SQL YAML GUI CIO CTA ' +
    'AM PM GMT UTC EST EDT CET CEST CST PST BST AD BC BCE CE ' +
    'CEO CFO CTO NGO NGOS HR PR VIP PHD MP MPS MEP QC KC SC DC NY NYC LA CA TX FL WA VA MD MA ' +
    'EUR USD GBP CHF AZN RUB TRY CNY OK SOS PS RSVP TBC TBD TK ' +
    'ONU UE OTAN OMS FMI ONG SIDA ADN PIB GDP DDR BRD UDSSR DM EG EWG GG BGB AG GMBH SPD CDU CSU FDP ARD ZDF'
  ).split(' '),
)

const ROMAN = /^[IVXLCDM]+$/u

/** Capitals that are never written out. */
export const acronymUndefined: Rule = {
  id: 'acronym-undefined',
  group: 'language',
  severity: 'info',
  languages: ['en', 'fr', 'es', 'de'],
  doc: 'Catches an abbreviation in capitals that the release never writes out, where it is used first, and one that is written out twice; those that every newsroom knows, and the project’s terms, are left alone.',
  source: 'Associated Press Stylebook: abbreviations and acronyms; practice of the United Nations.',
  bad: 'OSZK alone',
  good: 'Organization for Strelsau and Zenda Kinship (OSZK)',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check(context) {
    yield* ofTwice(context)
    const { passages, settings, release } = context
    const prose = passages.filter(({ fixed }) => fixed === undefined)
    const all = prose.map(({ text }) => text).join('\n')
    const given = [...settings.names, release.institution.name, release.institution.shortName].join('\n')
    const seen = new Set<string>()
    for (const passage of prose) {
      if (passage.kind === 'heading' || passage.kind === 'field' || passage.kind === 'cell') continue
      for (const { index, 0: short } of passage.text.matchAll(
        /(?=\p{Lu}{3})(?<![\p{L}\p{N}.&/#@_-])(?<!\p{L}{3}[’'])\p{Lu}{3,6}(?![\p{L}\p{N}&/_-]|\.\p{L})/gu,
      )) {
        const end = index + short.length
        // As many as no release has: a table of codes is no prose.
        if (seen.size > 40) return
        if (seen.has(short) || KNOWN.has(short) || ROMAN.test(short) || passage.isFilled(index, end)) continue
        if (passage.isQuoted(index, end)) continue
        seen.add(short)
        // Shouting, names in capitals and datelines: other capitals stand beside it.
        const beside = `${passage.text.slice(Math.max(0, index - 12), index)}|${passage.text.slice(end, end + 12)}`
        const isShouted =
          /\p{Lu}{2,}[\s,]*\||\|[\s,]*\p{Lu}{2,}(?!\p{Ll})/u.test(beside) ||
          (index === 0 && /^[\s,(].{0,30}[—–]/u.test(passage.text.slice(end)))
        const isDefined = new RegExp(
          `[(（“"«][^()]{0,30}(?<!\\p{L})${short}s?[”"»]?[,;) ]|(?<!\\p{L})${short}s? ?\\([^)]*\\p{Ll}|${short} (?:stands for|is short for)`,
          'u',
        ).test(all)
        if (isShouted || isDefined || given.includes(short) || isSpelled(short, all) || isWord(short, all))
          continue
        const message = `"${short}" is never written out`
        yield {
          ...passage.spanOf(index, end),
          message,
          hint: `write it out where it comes first: … (${short})`,
        }
      }
    }
  },
}

/** Words with their abbreviation in brackets. */
const WRITTEN_OUT = /((?:\p{L}[\p{L}’'-]* ){2,8})\((\p{Lu}{2,6})\)/gu

/** Words and abbreviation once more, in the text: the abbreviation alone is enough there. */
function* ofTwice({ passages }: CheckContext): Generator<RuleFinding> {
  const seen = new Map<string, Span>()
  for (const passage of passages) {
    if (passage.kind !== 'paragraph' || !/ \(\p{Lu}{2,6}\)/u.test(passage.text)) continue
    for (const { index, 0: match, 1: words = '', 2: short = '' } of passage.text.matchAll(WRITTEN_OUT)) {
      // The words that its letters stand for, from the last of them back to the first.
      const full = words.trim().split(' ')
      const from = full.findLastIndex(
        (word, i) => word.startsWith(short.charAt(0)) && initials(full.slice(i)) === short,
      )
      if (from < 0) continue
      const start = index + full.slice(0, from).join(' ').length + (from > 0 ? 1 : 0)
      const span = passage.spanOf(start, index + match.length)
      const key = `${full.slice(from).join(' ').toLowerCase()} ${short}`
      const first = seen.get(key)
      if (first === undefined) seen.set(key, span)
      else
        yield {
          ...span,
          message: `"${short}" is written out already`,
          hint: `write ${short}`,
          related: [{ ...first, message: 'here' }],
        }
    }
  }
}

/** The first letters of the words that have capitals. */
function initials(words: readonly string[]): string {
  return words.map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '').join('')
}

/** True where words with these initials stand in the text: "Federal Election Commission … FEC". */
function isSpelled(short: string, text: string): boolean {
  const small = '(?:(?:of|for|and|the|in|on|to|de|des|du|la|le|les|et|y|del|für|und|der|des|&)[ \\n])*'
  const words = [...short].map((letter) => `${letter}[\\p{Ll}’'-]+`)
  return new RegExp(`(?<!\\p{L})${words.join(`[ \\n-]${small}`)}`, 'u').test(text)
}

/** True for a word that is only shouted: it stands with small letters too, or is a month's name. */
function isWord(short: string, text: string): boolean {
  const small = `${short.charAt(0)}?${short.toLowerCase().slice(1)}`
  const months =
    /^(?:JANUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|MARS|AVRIL|MAI|JUIN|AOÛT|ENERO|MARZO|ABRIL|MAYO|JUNIO|JULIO|MÄRZ|JUNI|JULI)$/u
  return (
    months.test(short) ||
    new RegExp(`(?<!\\p{L})(?:${small}|${short.toLowerCase()})(?!\\p{L})`, 'u').test(text)
  )
}
