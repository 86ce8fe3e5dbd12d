import fc from 'fast-check'
import { caseTables, draftOf } from './check.ts'
import { labelledCases, NINE, primaryOf } from './labelled.ts'

/** A draft in one of the nine languages, and what no fix may touch in it, in its order. */
export interface SlipDraft {
  /** With LF, and without byte order mark. */
  readonly text: string
  readonly kept: readonly string[]
}

/** Pairs of quotation marks of the nine languages. */
const PAIRS = ['“”', '„“', '«»', '‘’', '""', '「」', '『』', '《》', '»«'] as const

/** One-line texts of true cases by language: slips of every rule, or of some. */
function slipsOf(rules?: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const cases = [...caseTables()]
    .filter(([id]) => rules?.includes(id) ?? true)
    .flatMap(([, table]) => labelledCases(table).filter(({ isBad }) => isBad))
  const fits = (one: unknown): one is string =>
    typeof one === 'string' && !one.includes('\n') && one.length < 300
  return new Map(
    NINE.map((language) => [
      language,
      cases.flatMap(({ one, ...own }) => (primaryOf(own.language) === language && fits(one) ? [one] : [])),
    ]),
  )
}

const slips = slipsOf()

/** Those that a safe fix mends, where nothing forbids it. */
const mendable = slipsOf([
  ...['apostrophe-error', 'cardinal-used-as-ordinal', 'dash-style', 'date-format', 'invisible-char'],
  ...['mixed-script-word', 'not-nfc', 'noun-of-missing', 'number-word-hyphen', 'ordinal-stale'],
  ...['ordinal-suffix', 'ordinal-used-as-cardinal', 'range-dash', 'repeated-word', 'spacing'],
])

/** Paths of addresses that a fix would change if they were words. */
const PATHS = [
  ...['?n=28ème&m=21th', '?d=1991-1992', '?w=Strels\u0430u', '?w=cafe\u0301', '?w=to\u200bwn', '?q=28-ой'],
  ...['#the_the', "?q=x's", '?d=26th,february,2027', '?n=28-cü', '?q=a,b', '?date=2027年02月06日'],
]

/** Letters that break what counts code units, directions, lines or marks. */
const NOISE = [
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇷🇺',
    '𝒳',
    '\u200f',
    '\u202b',
    '\u2066',
    '\u00a0',
    '\u2028',
    '\ufffc',
    'e\u0301',
    'İ',
    'ﷺ',
  ],
  ...[
    '"',
    '“',
    '”',
    '«',
    "'",
    '`',
    '```',
    '*',
    '**',
    '_',
    '[',
    '](',
    '<',
    '>',
    '|',
    '{{',
    '}}',
    '\\',
    '&amp;',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '\t',
    '<!-- ',
    ' -->',
    '<b>',
    '[^1]',
    '![',
    '---',
    '===',
    ':',
    '{{anniversary.ordinal}}',
  ],
] as const

/** Plain text around which nothing is ambiguous: no mark of Markdown, no quotation mark, no address. */
const plain = (text: string) =>
  text.replace(/[`*_[\]<>|\\{}#~“”„‟«»‹›「」『』《》〈〉‚‘’"'@]|https?[:/]*|www\./g, '').trim() || 'Zenda'

function blockOf(language: string): fc.Arbitrary<{ text: string; kept: string[] }> {
  const slip = fc.constantFrom(...(slips.get(language) ?? []))
  const clean = fc.constantFrom(...(mendable.get(language) ?? [])).map(plain)
  const quoted = fc
    .record({ before: clean, said: clean, behind: clean, pair: fc.constantFrom(...PAIRS) })
    // German alone opens with ».
    .filter(({ pair }) => pair !== '»«' || language === 'de')
    .map(({ before, said, behind, pair }) => ({
      text: `${before} ${pair[0]}${said}${pair[1]} ${behind}`,
      kept: [said],
    }))
  const code = fc
    .record({ before: clean, said: clean })
    .map(({ before, said }) => ({ text: `${before} \`${said}\``, kept: [`\`${said}\``] }))
  const fenced = clean.map((said) => ({ text: `\`\`\`\n${said}\n\`\`\``, kept: [said] }))
  const cited = clean.map((said) => ({
    text: `> ${said.replace(/^\d+\.|^[-+>]/, '')}`,
    kept: [said.replace(/^\d+\.|^[-+>]/, '').trim()],
  }))
  const address = fc
    .record({
      before: clean,
      path: fc.constantFrom(...PATHS),
    })
    .map(({ before, path }) => {
      const url = `https://ruritania.example/${path}`
      return {
        text: `${before} <${url}> ${before} [${before}](${url}) ${before} ${url}`,
        kept: [url, url, url],
      }
    })
  const formed = fc
    .record({ slip, form: fc.constantFrom('# ', '### ', '- ', '1. ', '| ', '**') })
    .map(({ slip: text, form }) => ({
      text: `${form}${text}${form === '**' ? '**' : ''}`,
      kept: [] as string[],
    }))
  return fc.oneof(
    { weight: 4, arbitrary: slip.map((text) => ({ text, kept: [] as string[] })) },
    { weight: 3, arbitrary: quoted },
    code,
    fenced,
    cited,
    address,
    formed,
  )
}

/** Drafts with slips of all rules, as they stand in quotations, code, addresses, headings, lists and tables. */
export const slipDrafts: fc.Arbitrary<SlipDraft> = fc.constantFrom(...NINE).chain((language) =>
  fc
    .record({
      blocks: fc.array(blockOf(language), { minLength: 1, maxLength: 6 }),
      isRecurring: fc.boolean(),
    })
    .map(({ blocks, isRecurring }) => ({
      text: draftOf(
        language,
        blocks.map(({ text }) => text).join('\n\n'),
        isRecurring ? ['occasion: {name: flood, date: 1992-02-26}', 'place: Strelsau'] : [],
      ),
      kept: blocks.flatMap(({ kept }) => kept),
    })),
)

/** Drafts of slips, marks of Markdown and letters of all kinds in any order: nothing is certain in them. */
export const wildDrafts: fc.Arbitrary<string> = fc.constantFrom(...NINE).chain((language) => {
  const slip = fc.constantFrom(...(slips.get(language) ?? []))
  const part = fc.oneof(
    slip,
    fc.constantFrom(...NOISE),
    fc.constantFrom('\n', '\n\n'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  return fc
    .array(part, { maxLength: 14 })
    .map((parts) =>
      draftOf(language, parts.join(' ').replace(/[\r\0]/g, ''), [
        'occasion: {name: flood, date: 1992-02-26}',
      ]),
    )
})
