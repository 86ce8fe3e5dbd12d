import type { CheckContext } from './context.ts'
import type { IssuedPassage } from './passages.ts'
import { sentences } from './scan/sentences.ts'

/** Whose anniversary it is: "its 30th anniversary", "son 30e anniversaire". */
const OWNED =
  /(?<!\p{L})(?:its|their|his|her|our|son|leur|notre|sus?|nuestro|sein\p{L}*|ihr\p{L}*|unser\p{L}*|сво\p{L}+|наш\p{L}*)\s(?:\p{L}+\s)?$/iu

/** Something at its place in a passage. */
interface Place {
  readonly start: number
  readonly end: number
}

/** The sentence that a number stands in. */
export function sentenceAt({ text }: IssuedPassage, number: Place): Place {
  const all = sentences(text)
  // The point of "100. Jahrestag" ends none.
  const last = all.find(([, end]) => end > number.end)
  return {
    start: all.findLast(([start]) => start <= number.start)?.[0] ?? 0,
    end: last?.[1] ?? text.length,
  }
}

/** True where somebody owns the anniversary: it may be another one than the release is about. */
export function isOwned({ text }: IssuedPassage, { start }: Pick<Place, 'start'>): boolean {
  return OWNED.test(text.slice(Math.max(0, start - 40), start))
}

/** The years that the sentence of a number names beside those of the event and the release. */
export function otherYears(
  { scanOf, event, date }: CheckContext,
  passage: IssuedPassage,
  number: Place,
): number[] {
  const { years, dates } = scanOf(passage)
  const sentence = sentenceAt(passage, number)
  const isHere = ({ start, end }: Place) => start >= sentence.start && end <= sentence.end
  const named = [
    ...years.filter(isHere).map(({ written }) => Number(written)),
    ...dates.filter(isHere).flatMap(({ year }) => year ?? []),
  ]
  return named.filter((year) => year !== event?.year && year !== date?.year)
}
