import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'

interface Custom {
  /** What the two spellings are called. */
  readonly names: readonly [string, string]
  /** Words in the first spelling, and in the second. */
  readonly patterns: readonly [RegExp, RegExp]
  /** A word of one in the other's spelling. */
  readonly turn: (word: string, to: 0 | 1) => string
}

const IZE =
  'organ|real|recogn|emphas|modern|util|priorit|final|minim|maxim|standard|special|central|general|optim|mobil|stabil|summar|symbol|author|apolog|categor|character|critic|custom|digit|econom|familiar|formal|global|harmon|industrial|legal|liberal|local|national|neutral|normal|penal|popular|privat|public|revolution|scrutin|social|visual|subsid|victim|commercial|crystal|civil|hospital|memorial|immun'
const OUR = 'col|fav|hon|lab|behavi|harb|neighb|rum|vap|endeav|hum|vig|val|arm|flav|rig|savi|od|tum'

// Small letters only: capitals are names, which are written as they are ("Department of Defense").
const words = (source: string) => new RegExp(`(?<![\\p{L}-])(?:${source})(?![\\p{L}])`, 'gu')

const pair = (a: string, b: string): Custom => ({
  names: [a, b],
  patterns: [words(`${a}s?`), words(`${b}s?`)],
  turn: (word, to) => (to === 0 ? word.replace(b, a) : word.replace(a, b)),
})

const CUSTOMS: readonly Custom[] = [
  {
    names: ['-ise', '-ize'],
    patterns: [
      words(`(?:re|de|un|dis|over)?(?:${IZE})is(?:e[drs]?|es|ing|ations?|ational)`),
      words(`(?:re|de|un|dis|over)?(?:${IZE})iz(?:e[drs]?|es|ing|ations?|ational)`),
    ],
    turn: (word, to) => word.replace(/i[sz](?=e[drs]?$|es$|ing$|ations?$|ational$)/u, to === 0 ? 'is' : 'iz'),
  },
  {
    names: ['-our', '-or'],
    patterns: [
      words(`(?:${OUR})our(?:s|ed|ing|able|ably|hoods?|ful|less|ites?)?`),
      // "labor", "vapor", "humor"; "humorous" and "honorary" are the same everywhere.
      words(`(?:${OUR})or(?:s|ed|ing|able|ably|hoods?|ful|less|ites?)?`),
    ],
    turn: (word, to) => (to === 0 ? word.replace(/or/u, 'our') : word.replace('our', 'or')),
  },
  pair('programme', 'program'),
  pair('centre', 'center'),
  pair('theatre', 'theater'),
  pair('defence', 'defense'),
  pair('offence', 'offense'),
  pair('catalogue', 'catalog'),
  pair('grey', 'gray'),
  pair('ageing', 'aging'),
  {
    names: ['-yse', '-yze'],
    patterns: [words('(?:anal|paral|catal)ys(?:ed?|ing)'), words('(?:anal|paral|catal)yz(?:ed?|es|ing)')],
    turn: (word, to) => word.replace(/y[sz]/u, to === 0 ? 'ys' : 'yz'),
  },
  {
    names: ['-lled', '-led'],
    patterns: [
      words('(?:trave|cance|labe|mode|signa|fue|counse|marve|chann?e)ll(?:ed|ing|ers?)'),
      words('(?:trave|cance|labe|mode|signa|fue|counse|marve|chann?e)l(?:ed|ing|ers?)'),
    ],
    turn: (word, to) =>
      to === 0 ? word.replace(/l(?=(?:ed|ing|ers?)$)/u, 'll') : word.replace(/ll(?=(?:ed|ing|ers?)$)/u, 'l'),
  },
]

/** Any of them: few words of a text are. */
const ANY = new RegExp(CUSTOMS.flatMap(({ patterns }) => patterns.map(({ source }) => source)).join('|'), 'u')

/** A computer's program is one everywhere; so is a data center in the name of a product. */
const EXCEPT = /(?:computer|software|comput\w+|science) $/iu

interface Use {
  readonly passage: IssuedPassage
  readonly from: number
  readonly to: number
}

/** British and American spelling of one kind in one text. */
export const spellingVariant: Rule = {
  id: 'spelling-variant',
  group: 'language',
  severity: 'warning',
  languages: ['en'],
  doc: 'Catches -ise beside -ize, -our beside -or, programme beside program: the spelling that the text has less often. Names with capitals and quotations keep theirs.',
  source: 'Oxford and Merriam-Webster spellings; consistency within a text.',
  bad: 'organization … organisation',
  good: 'organization … organization',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check({ passages }) {
    const prose = passages.filter(({ fixed }) => fixed === undefined)
    // Their letters are plain ones, four at least; what stands around them is looked at when they are found.
    const words = new Set(prose.flatMap(({ text }) => text.match(/[a-z]{4,}/g) ?? []))
    const vocabulary = [...words].filter((word) => ANY.test(word))
    for (const { names, patterns, turn } of CUSTOMS) {
      // Each word is looked at once: most customs have no word in a text.
      if (!patterns.every((pattern) => vocabulary.some((word) => word.search(pattern) >= 0))) continue
      const [first, second] = patterns.map((pattern) => usesOf(prose, pattern))
      if (!first?.length || !second?.length) continue
      // With as many of each, the later ones are told.
      const odd = first.length < second.length ? 0 : 1
      const rule = odd === 0 ? second : first
      for (const { passage, from, to } of odd === 0 ? first : second) {
        const word = passage.text.slice(from, to)
        const text = turn(word, odd === 0 ? 1 : 0)
        const span = passage.spanOf(from, to)
        const isPlain = !passage.isFilled(from, to) && span.end - span.start === to - from
        const one = rule[0]
        const example = one ? one.passage.text.slice(one.from, one.to) : names[1 - odd]
        yield {
          ...span,
          message: `"${word}" (${names[odd]}), and elsewhere "${example}" (${names[1 - odd]})`,
          hint: `write "${text}", or spell all the other way`,
          ...(isPlain ? { fix: { ...span, text, safe: false } } : {}),
        }
      }
    }
  },
}

function usesOf(prose: readonly IssuedPassage[], pattern: RegExp): Use[] {
  return prose.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].flatMap(({ index, 0: { length } }) => {
      const isQuoted = passage.isQuoted(index, index + length)
      return isQuoted || EXCEPT.test(passage.text.slice(Math.max(0, index - 24), index))
        ? []
        : [{ passage, from: index, to: index + length }]
    }),
  )
}
