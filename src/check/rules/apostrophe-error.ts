import type { Rule } from '../rule.ts'

interface Slip {
  /** Some of what every match has: most texts have none of it. */
  readonly needs: RegExp
  readonly pattern: RegExp
  /** What the match becomes; the apostrophe is that of the text. */
  readonly fresh: (match: RegExpExecArray, apostrophe: string) => string
  readonly message: string
  readonly safe: boolean
}

/** Nouns that only "its" stands before: nobody writes "it is territory". */
const OWNED =
  'own|territory|people|borders?|citizens|capital|neighbou?rs|members?|members’|government|history|mandate|staff|website|headquarters|activities|obligations|commitments?|efforts|founding|inception|findings|budget|mission|independence|sovereignty|services|customers|users|website|first|second|third'

const MARK = /['’]/

const SLIPS: readonly Slip[] = [
  {
    // "the 1990's": with "the" before it and no noun behind it, it owns nothing.
    needs: MARK,
    pattern:
      /(?<=\b(?:the|early|mid|late|since) |mid-)((?:1[5-9]|20)\d0)['’]s(?=[.,;:)]|$| (?:and|or|in|to|when|the|as|were|was|saw)\b)/giu,
    fresh: ([, year = '']) => `${year}s`,
    message: 'decades have no apostrophe',
    safe: true,
  },
  {
    needs: MARK,
    pattern: new RegExp(`(?<![\\p{L}’'-])(it)['’]s(?= (?:${OWNED})(?![\\p{L}-]))`, 'giu'),
    fresh: ([, it = '']) => `${it}s`,
    message: '"it’s" is "it is"; what belongs to it is "its"',
    safe: false,
  },
  {
    needs: /its (?:a|an|been|going|not|the)\b/iu,
    pattern:
      /(?<=(?:^|[.!?;,] )|\b(?:that|because|and|but|if|when|think|know|say|said|says) )(its)(?= (?:a|an|been|going to|not only|the (?:first|only|same|best|right))\b)/giu,
    fresh: ([, its = ''], apostrophe) => `${its.slice(0, 2)}${apostrophe}s`,
    message: '"its" is what belongs to it; "it is" is "it’s"',
    safe: false,
  },
  {
    needs: MARK,
    pattern: /\b(your|her|our|their)['’]s(?=[\s.,;:)]|$)/giu,
    fresh: ([, word = '']) => `${word}s`,
    message: 'the possessive has no apostrophe',
    safe: true,
  },
  {
    needs: /(?:do|es|id|is|as|re|ve|ad|ld)nt\b/iu,
    pattern: /\b(do|does|did|is|was|were|are|have|has|had|could|should|would)nt\b/giu,
    fresh: ([, word = ''], apostrophe) => `${word}n${apostrophe}t`,
    message: 'the apostrophe is missing',
    safe: false,
  },
  {
    needs: /s (?:time|notice|imprisonment|worth|leave|experience)\b/iu,
    pattern:
      /(?<=\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several|many|\d{1,3}) )(year|month|week|day)s (?=(?:time|notice|imprisonment|worth|leave|experience)\b)/giu,
    fresh: ([, unit = ''], apostrophe) => `${unit}s${apostrophe} `,
    message: 'the genitive has an apostrophe',
    safe: false,
  },
  {
    needs: MARK,
    pattern:
      /(?<=\b(?:[Mm]any|[Ss]everal|[Ff]ew|[Bb]oth|[Tt]hese|[Tt]hose|[Aa]ll|[Mm]ost) )(\p{Lu}{2,5})['’]s(?=[.,;:)]|$| (?:and|or|are|were|have|had|from|who|which|that|in|of|will)\b)/gu,
    fresh: ([, short = '']) => `${short}s`,
    message: 'a plural has no apostrophe',
    safe: false,
  },
]

/** Apostrophes too many and too few, in phrases that leave no doubt. */
export const apostropheError: Rule = {
  id: 'apostrophe-error',
  group: 'language',
  severity: 'warning',
  languages: ['en'],
  doc: 'Catches "it’s" for "its" and the reverse before words that leave no doubt, "the 1990’s", "several NGO’s", "ten years time".',
  source: 'Business Wire, common errors in press releases: apostrophes; Chicago Manual of Style.',
  bad: 'the 1990’s; it’s own territory',
  good: 'the 1990s; its own territory',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.fixed !== undefined) continue
      const apostrophe = passage.text.includes("'") && !passage.text.includes('’') ? "'" : '’'
      for (const { needs, pattern, fresh, message, safe } of SLIPS) {
        if (!needs.test(passage.text)) continue
        for (const match of passage.text.matchAll(pattern)) {
          const [from, to] = [match.index, match.index + match[0].trimEnd().length]
          const span = passage.spanOf(from, to)
          const text = fresh(match, apostrophe).trimEnd()
          const isPlain = !passage.isFilled(from, to) && span.end - span.start === to - from
          const fix = isPlain ? { fix: { ...span, text, safe } } : {}
          yield { ...span, message: `"${match[0].trimEnd()}": ${message}`, hint: `write "${text}"`, ...fix }
        }
      }
    }
  },
}
