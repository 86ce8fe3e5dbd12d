import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Span } from '../rule.ts'
import { findTable } from '../scan/find-table.ts'
import { normalise, westernFigures } from '../scan/normalise.ts'
import type { PhraseKind } from '../scan/table.ts'
import type { Spot } from './set-rule.ts'
import type { StatedNumber } from './stated-facts.ts'

/** Blanks and marks that part thousands in some language. */
const GROUP = "[.,'’ \\u00a0\\u202f]"

/** A number in figures that stands alone: no part of a range, time, telephone number or name. */
const figures = (letter: string) =>
  new RegExp(
    `(?<![${letter}\\p{N}\\ufffc./:'’–+#-]|\\d[, \\u00a0\\u202f])` +
      `(?:\\d{1,3}(?:${GROUP}\\d{3})+|\\d+)(?:[.,]\\d{1,2})?` +
      `(?![\\p{N}${letter}\\ufffc]|[:/–-]|[.,'’][\\p{L}\\d]|[ \\u00a0\\u202f]?\\d)`,
    'gu',
  )

/** Figures with whatever may part them, and the figures between the parts. */
const PIECES = new RegExp(`\\d+(?:${GROUP}?\\d+)*`, 'gu')

const [SPACED, UNSPACED] = [figures('\\p{L}'), figures('A-Za-z第')]

/** What makes a number one that other languages write otherwise: scales, clocks, units, centuries, months, "some". */
const OTHERWISE = new RegExp(
  `^[\\s\\u00a0)\\]-]*(?:(?:${[
    'hundreds?|thousands?|dozens?|millions?|billions?|trillions?|bn|mn|cents?|mille|milliers?|milliards?|mill[oó]n(?:es)?|mil|miles|tausend\\p{L}*|million\\p{L}*|milliard\\p{L}*|mrd|mio|тыс\\p{L}*|миллион\\p{L}*|млн|миллиард\\p{L}*|млрд|min|milyon\\p{L}*|milyar\\p{L}*|bin|ألف\\p{L}*|آلاف|مليون\\p{L}*|ملايين|مليار\\p{L}*',
    "a\\.?m|p\\.?m|hrs?|h|hours?|o'clock|uhr|heures?|horas?|час\\p{L}*|de la (?:mañana|tarde|noche)",
    'mi|miles?|km|kilom\\p{L}*|feet|foot|ft|yards?|inch\\p{L}*|acres?|hecta\\p{L}*|гектар\\p{L}*|ha|lbs?|pounds?|kg|degrees?|мил\\p{L}*',
    'centur\\p{L}*|siècles?|siglos?|jahrhundert\\p{L}*|год(?:ы|ов|ах|ам|ами)|век\\p{L}*|əsr\\p{L}*|illər\\p{L}*|yüzyıl\\p{L}*',
  ].join('|')})(?!\\p{L})|[°万萬亿億千百月日号號时時点點世多余餘几幾来來]|年代|世[纪紀]|[英公][里尺])`,
  'iu',
)

/** What makes 90 the nineties, and 20 a century, from before. */
const PERIOD = /(?<!\p{L})(?:années|años|anos|siglos?|القرن)\s*$/iu

/** Russian decades without their noun: "80-е и 90-е годы". */
const NINETIES = /^[1-9]0-(?:е|х|м|ми)$/u

/** A clock before its hour. */
const CLOCK = /(?:(?<!\p{L})(?:las|um|saat\p{L}*)|الساعة|[上下中]午|晚上)\s*$/iu

/** Below this, number words are also articles, pronouns and parts of phrases. */
const LEAST_WORD = 11

/** Above this, a number word may be part of a longer one. */
const LAST_WORD = 99

/** Languages in which an ordinal never begins with a cardinal that stands apart. */
const WHOLE_ORDINALS = ['en', 'de', 'zh']

const NONE: { numbers: StatedNumber[]; mentioned: string[] } = { numbers: [], mentioned: [] }

/** The numbers of a passage: those that surely count something, and all that may be one. */
export function numbersOf(
  passage: IssuedPassage,
  { language, scanOf, tag }: CheckContext,
  spotOf: (span: Span) => Spot,
): { numbers: StatedNumber[]; mentioned: string[] } {
  const table = findTable(language)
  if (table === undefined) return NONE
  const { text } = passage
  const western = westernFigures(text)
  const { dates, phrases, cardinals } = scanOf(passage)
  const hasFigures = /\d/.test(western)
  // Most paragraphs tell no number.
  if (!hasFigures && dates.length + phrases.length + cardinals.length === 0) return NONE
  const taken = [...dates, ...phrases.filter(({ kind }) => kind === 'ordinal' || kind === 'jubilee')]
  const isFree = ({ start, end }: Span) => taken.every((other) => end <= other.start || start >= other.end)
  const counts = ({ start, end }: Span, n: number) => {
    const before = text.slice(Math.max(0, start - 12), start)
    const isHour = n <= 24 && CLOCK.test(before)
    return (
      isFree({ start, end }) &&
      !OTHERWISE.test(normalise(western.slice(end, end + 24))) &&
      !isHour &&
      !PERIOD.test(before)
    )
  }
  const factAt = (start: number, end: number, key: string, phrase?: PhraseKind): StatedNumber => {
    const written = text.slice(start, end)
    const told = phrase === 'ordinal' || phrase === 'jubilee' ? phrase : undefined
    const kind = told ?? (/\p{N}/u.test(written) ? 'figures' : 'words')
    return { key, written, kind, at: spotOf(passage.spanOf(start, end)) }
  }

  const isWhole = WHOLE_ORDINALS.includes(tag.split('-')[0]?.toLowerCase() ?? '')
  const matches = (pattern: RegExp) => (hasFigures ? [...western.matchAll(pattern)] : [])
  const inFigures = matches(table.unspaced ? UNSPACED : SPACED).flatMap((match): StatedNumber[] => {
    const [start, end] = [match.index, match.index + match[0].length]
    const key = match[0].replace(/\D/g, '')
    // A round sum may be "7 thousand" elsewhere; a nought in front makes a number of a document.
    const isCount =
      !/^0|000$/.test(key) && key !== '1' && key.length < 16 && counts({ start, end }, Number(key))
    return isCount ? [factAt(start, end, key)] : []
  })
  const inWords = cardinals.filter(
    ({ start, end, n, isInWords }) =>
      isInWords &&
      n >= LEAST_WORD &&
      n <= LAST_WORD &&
      (isWhole || n % 10 !== 0) &&
      counts({ start, end }, n),
  )
  const inPhrases = phrases.filter(
    ({ kind, n, isAnniversary, start, end }) =>
      (isAnniversary && n > 1) ||
      (kind === 'ordinal' &&
        n >= LEAST_WORD &&
        !OTHERWISE.test(normalise(text.slice(end, end + 24))) &&
        !PERIOD.test(text.slice(Math.max(0, start - 12), start)) &&
        !NINETIES.test(text.slice(start, end))),
  )
  const numbers = [
    ...inFigures,
    ...inWords.map(({ start, end, n }) => factAt(start, end, String(n))),
    ...inPhrases.map(({ start, end, n, kind }) => factAt(start, end, String(n), kind)),
  ].sort((a, b) => a.at.start - b.at.start)
  const pieces = matches(PIECES).flatMap(([piece]) => [piece.replace(/\D/g, ''), ...piece.split(/\D/)])
  const mentioned = [
    ...pieces.map((piece) => piece.replace(/^0+(?=\d)/, '')),
    ...[...cardinals, ...phrases].map(({ n }) => String(n)),
    ...dates.flatMap(({ day, year }) => [String(day), String(year ?? '')]),
  ]
  return { numbers, mentioned }
}
