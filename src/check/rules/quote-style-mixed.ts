import { QUOTATION_MARKS } from '../../language/quotation-marks.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'

interface Mark {
  readonly passage: IssuedPassage
  readonly at: number
  /** What the mark is in the style of the rest, where that is certain. */
  readonly fresh: string | undefined
}

/** Straight marks in a text that has the typographic ones. */
export const quoteStyleMixed: Rule = {
  id: 'quote-style-mixed',
  group: 'language',
  severity: 'warning',
  doc: 'Catches straight quotation marks and apostrophes in a text that also has typographic ones.',
  source: 'Business Wire, common errors in press releases: straight and curly marks mixed by copying.',
  bad: "Ruritania’s envoy and Zenda's mayor",
  good: 'Ruritania’s envoy and Zenda’s mayor',
  skips: ['code', 'address'],
  *check({ passages, language }) {
    const own = passages.filter(({ fixed }) => fixed === undefined)
    const all = own.map(({ text }) => text).join('\n')
    const custom = QUOTATION_MARKS[language.tag] ?? QUOTATION_MARKS[language.tag.split('-')[0] ?? '']
    // The house's own custom, where the text has it.
    const isIn = custom?.primary.every((mark) => all.includes(mark)) && !custom?.spaced
    const pair = isIn ? custom?.primary : undefined
    yield* told(own.flatMap(apostrophes), own, "'", /[’]/gu)
    yield* told(
      own.flatMap((passage) => doubles(passage, pair)),
      own,
      '"',
      /[“”«»„「」]/gu,
    )
  },
}

/** Straight marks where the others are the rule; where they are the rule themselves, the first of the others. */
function* told(straight: readonly Mark[], own: readonly IssuedPassage[], char: string, others: RegExp) {
  if (straight.length === 0) return
  const curly = own.flatMap((passage) =>
    [...passage.text.matchAll(others)].map(({ index }) => ({ passage, at: index })),
  )
  const [first] = curly
  if (!first) return
  if (straight.length <= curly.length) {
    for (const mark of straight) yield finding(mark, char)
    return
  }
  const message = `${curly.length} typographic and ${straight.length} straight ${char === '"' ? 'quotation marks' : 'apostrophes'}`
  yield { ...first.passage.spanOf(first.at, first.at + 1), message, hint: 'use one style throughout' }
}

function finding({ passage, at, fresh }: Mark, char: string) {
  const others = char === '"' ? 'typographic quotation marks' : 'the typographic apostrophe'
  const span = passage.spanOf(at, at + 1)
  const isPlain = fresh !== undefined && !passage.isFilled(at, at + 1) && span.end - span.start === 1
  return {
    ...span,
    message: `a straight ${char}, where the text has ${others} elsewhere`,
    hint: fresh === undefined ? 'use one style throughout' : `write ${fresh}`,
    ...(isPlain ? { fix: { ...span, text: fresh, safe: true } } : {}),
  }
}

// Between letters, before the figures of a decade, and behind the s of a plural; feet and minutes are none.
function apostrophes(passage: IssuedPassage): Mark[] {
  if (!passage.text.includes("'")) return []
  return [...passage.text.matchAll(/(?<=\p{L})'(?=\p{L})|(?<=\s)'(?=\d0s\b)/gu)].map(({ index }) => ({
    passage,
    at: index,
    fresh: '’',
  }))
}

function doubles(passage: IssuedPassage, pair: readonly [string, string] | undefined): Mark[] {
  const { text } = passage
  if (!text.includes('"')) return []
  // Inches: 6". Attributes of other tools: {start="6"}.
  const plain = text.replace(/="[^"]*"/g, (attribute) => '='.repeat(attribute.length))
  const all = [...plain.matchAll(/(?<!\d)"/g)].map(({ index }) => index)
  const isOpening = (at: number) => /^$|[\s([—–]/.test(text[at - 1] ?? '') && /\S/.test(text[at + 1] ?? '')
  const areSure = all.length % 2 === 0 && all.every((at, i) => isOpening(at) === (i % 2 === 0))
  return all.map((at, i) => ({ passage, at, fresh: areSure ? pair?.[i % 2] : undefined }))
}
