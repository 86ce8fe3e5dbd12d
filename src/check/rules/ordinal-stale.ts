import type { CivilDate } from '../../language/civil-date.ts'
import { daysInMonth, isoDate } from '../../language/civil-date.ts'
import { anniversaryOf } from '../../release/occasion.ts'
import { readEvent } from '../../release/occasion-date.ts'
import type { CheckContext } from '../context.ts'
import { mendPhrase, textsFor } from '../mend-phrase.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'
import type { Phrase } from '../scan/find-phrases.ts'

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
      const { phrases } = context.scanOf(passage)
      for (const phrase of phrases) {
        if (!phrase.isAnniversary || passage.isFilled(phrase.start, phrase.end)) continue
        const sentence = sentenceAt(passage, phrase)
        const near = years === undefined ? yearsByDate(context, passage, sentence) : undefined
        const own = near ?? day
        const isNamed =
          isFirst ||
          passage.kind === 'field' ||
          names(context).some((name) => passage.text.slice(sentence.start, sentence.end).includes(name))
        if (phrase.kind !== 'years') isFirst = false
        const right = years ?? own?.years
        if (right === undefined || phrase.n === right) continue
        // Another anniversary's number is left alone; last year's or next year's is the typical leftover.
        const isLeftover = Math.abs(phrase.n - right) === 1
        // A date of another sentence tells less.
        if (years === undefined && near === undefined && !isLeftover) continue
        const isMeant =
          phrase.kind === 'ordinal' || phrase.kind === 'jubilee' ? isNamed || isLeftover : isLeftover
        if (!isMeant) continue
        const written = passage.text.slice(phrase.start, phrase.end)
        const texts = textsFor(phrase, right)
        const because = own ? `${isoDate(own.event)} to ${isoDate(own.date)}` : 'the occasion'
        yield {
          ...passage.spanOf(phrase.start, phrase.end),
          message: `"${written}": by ${because} it is ${right}`,
          hint:
            texts.length > 0
              ? `write "${texts[0]}", or an expression: {{anniversary.ordinal}}`
              : `write ${right}`,
          ...mendPhrase(passage, phrase, texts),
        }
      }
    }
  },
}

function names({ fields }: CheckContext): string[] {
  const name = fields.occasion?.name
  if (name === undefined || typeof name === 'string') return name === undefined ? [] : [name]
  return Object.values(name).flatMap((forms) => (typeof forms === 'string' ? [forms] : Object.values(forms)))
}

function sentenceAt({ text }: IssuedPassage, { start, end }: Phrase): { start: number; end: number } {
  const before = Math.max(...['. ', '! ', '? ', '。', '؟ '].map((mark) => text.lastIndexOf(mark, start - 1)))
  const after = ['. ', '! ', '? ', '。', '؟ '].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0)
  return { start: Math.max(0, before), end: Math.min(text.length, ...after) }
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
