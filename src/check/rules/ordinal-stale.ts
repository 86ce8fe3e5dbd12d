import type { CivilDate } from '../../language/civil-date.ts'
import { daysInMonth, isoDate } from '../../language/civil-date.ts'
import { anniversaryOf } from '../../release/occasion.ts'
import { readEvent } from '../../release/occasion-date.ts'
import type { CheckContext } from '../context.ts'
import { mendPhrase, textsFor } from '../mend-phrase.ts'
import { isOwned, otherYears, sentenceAt } from '../other-anniversary.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'
import type { Phrase } from '../scan/find-phrases.ts'
import { westernFigures } from '../scan/normalise.ts'
import { romanNumber } from '../scan/roman-number.ts'

/** An ordinal or "N years" of last year's release. */
export const ordinalStale: Rule = {
  id: 'ordinal-stale',
  group: 'facts',
  severity: 'error',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches an ordinal or a number of years that is not that of the anniversary which the release is about.',
  source:
    'Business Wire, common errors in press releases: old dates in a reused text; N = year of the occurrence − year of the event.',
  bad: 'in 2021, of 1992: "28th anniversary"',
  good: '"29th anniversary", better {{anniversary.ordinal}}',
  skips: ['code', 'address'],
  *check(context) {
    const years = context.anniversary?.years
    const day = years === undefined ? eventOfToday(context) : undefined
    // Nothing tells what would be right.
    if (years === undefined && !context.passages.some((passage) => context.scanOf(passage).dates.length > 0))
      return
    let isFirst = true
    for (const passage of context.passages) {
      const all = numbersOf(context, passage)
      for (const number of all) {
        if (passage.isFilled(number.start, number.end)) continue
        const sentence = sentenceAt(passage, number)
        const others = otherYears(context, passage, number)
        const isOfOther = isOwned(passage, number)
        const mayBeFirst = isFirst && !isOfOther && others.length === 0
        const near = years === undefined ? yearsByDate(context, passage, sentence) : undefined
        const own = near ?? day
        const isNamed =
          mayBeFirst ||
          passage.kind === 'field' ||
          names(context).some((name) => passage.text.slice(sentence.start, sentence.end).includes(name))
        if (number.kind !== 'years' && mayBeFirst) isFirst = false
        const right = years ?? own?.years
        if (right === undefined || number.n === right) continue
        // "After the 100th anniversary of its university the town marks the 35th of the flood."
        const isOther =
          isOrdinal(number) &&
          all.some(
            (one) =>
              isOrdinal(one) && one.n === right && one.start >= sentence.start && one.end <= sentence.end,
          )
        // Another anniversary's number is left alone; last year's or next year's is the typical leftover.
        const isLeftover = Math.abs(number.n - right) === 1
        // "On the tenth anniversary, in 2002": true of that year. "It marked its 30th in 2024": of something else.
        const isTrue = others.some((year) => year - number.n === context.event?.year)
        if (!isLeftover && (isTrue || (isOfOther && others.length > 0))) continue
        // A date of another sentence tells less.
        if (isOther || (years === undefined && near === undefined && !isLeftover)) continue
        if (!isLeftover && !(isOrdinal(number) && isNamed)) continue
        const written = passage.text.slice(number.start, number.end)
        const texts = number.phrase ? textsFor(number.phrase, right) : []
        const because = own ? `${isoDate(own.event)} to ${isoDate(own.date)}` : 'the occasion'
        yield {
          ...passage.spanOf(number.start, number.end),
          message: `"${written}": by ${because} it is ${right}`,
          hint:
            texts.length > 0
              ? `write "${texts[0]}", or an expression: {{anniversary.ordinal}}`
              : `write ${right}, or an expression: {{anniversary.ordinal}}`,
          ...(number.phrase ? mendPhrase(passage, number.phrase, texts) : {}),
        }
      }
    }
  },
}

/** A number of an anniversary, as a phrase that can be mended or in a form that only can be read. */
interface AnniversaryNumber {
  readonly kind: Phrase['kind']
  readonly n: number
  readonly start: number
  readonly end: number
  readonly phrase?: Phrase
}

function isOrdinal({ kind }: AnniversaryNumber): boolean {
  return kind === 'ordinal' || kind === 'jubilee'
}

function numbersOf({ scanOf }: CheckContext, passage: IssuedPassage): AnniversaryNumber[] {
  const { phrases, unread } = scanOf(passage)
  const read = phrases.flatMap((phrase) =>
    phrase.isAnniversary
      ? [{ kind: phrase.kind, n: phrase.n, start: phrase.start, end: phrase.end, phrase }]
      : [],
  )
  const others = unread.flatMap(({ start, end, written }) => {
    const n = numberOf(written)
    return n === undefined ? [] : [{ kind: 'ordinal' as const, n, start, end }]
  })
  return [...read, ...others].sort((a, b) => a.start - b.start)
}

/** "XXXIV anniversary", "34 aniversario", "الذكرى 34": the number beside the noun. */
function numberOf(written: string): number | undefined {
  const figures = /(?<!\d)\d{1,3}(?!\d)/.exec(westernFigures(written))?.[0]
  return figures === undefined ? romanNumber(/^[IVXLC]+/.exec(written)?.[0] ?? '') : Number(figures)
}

function names({ fields }: CheckContext): string[] {
  const name = fields.occasion?.name
  if (name === undefined || typeof name === 'string') return name === undefined ? [] : [name]
  return Object.values(name).flatMap((forms) => (typeof forms === 'string' ? [forms] : Object.values(forms)))
}

/** Without occasion: the one date of the sentence that the release is an anniversary of. */
function yearsByDate(
  context: CheckContext,
  passage: IssuedPassage,
  sentence: { start: number; end: number },
) {
  const { date, scanOf } = context
  if (date === undefined) return undefined
  const found = scanOf(passage).dates.flatMap(({ day, month, year, start, end }) => {
    const isHere = start >= sentence.start && end <= sentence.end && year !== undefined && year >= 1
    if (!isHere || day > daysInMonth(year, month)) return []
    const event: CivilDate = { year, month, day }
    const read = readEvent({ date: isoDate(event) })
    const anniversary = read.ok ? anniversaryOf(read.event, { date }) : undefined
    return anniversary?.ok ? [{ event, date, years: anniversary.years }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** Without occasion: the one date of the text with the release's own month and day. */
function eventOfToday(context: CheckContext) {
  const { date, passages } = context
  if (date === undefined) return undefined
  const found = new Map(
    passages
      .flatMap((passage) => yearsByDate(context, passage, { start: 0, end: passage.text.length }) ?? [])
      .filter(({ event }) => event.month === date.month && event.day === date.day)
      .map((one) => [isoDate(one.event), one]),
  )
  return found.size === 1 ? [...found.values()][0] : undefined
}
