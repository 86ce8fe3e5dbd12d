import type { CheckContext } from '../context.ts'
import type { Rule, RuleFinding, Span } from '../rule.ts'

const LONG = 100
const TOO_LONG = 1.5

/** Words that end with a point of their own. */
const ABBREVIATION =
  /(?<!\p{L})(?:\p{L}|Inc|Ltd|Co|Corp|Jr|Sr|St|No|etc|al|Dr|Mr|Mrs|гг|ст|Chr)\.$|\.\.\.$|…$/u

/** Headlines that do not fit a line, a subject or a search result. */
export const headlineLength: Rule = {
  id: 'headline-length',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a headline of more than 100 characters (`headline_length` of the thresholds; half as much again is an error; up to there one may be broken into lines), one that ends with a full stop, and one in capitals.',
  source: 'Business Wire: headlines below 100 characters; GOV.UK: sentence case, no full stop.',
  bad: 'headline: RURITANIA OPENS BORDER AT ZENDA.',
  good: 'headline: Ruritania opens border at Zenda',
  *check(context) {
    const { draft, spanOf, release } = context
    if (draft.refused.includes('headline')) return
    const headline = release.headline.join(' ')
    const span = spanOf(['headline'])
    yield* ofLength(headline, span, context)
    const isOneSentence = !/[.!?。]\s?\S/u.test(headline.replace(/(?<!\p{L})\p{L}\./gu, ''))
    if (/[.。]$/u.test(headline) && isOneSentence && !ABBREVIATION.test(headline))
      yield { ...span, message: 'the headline ends with a full stop', hint: 'write it without' }
    if (isLoud(headline))
      yield {
        ...span,
        message: 'the headline is in capitals',
        hint: 'write it as a sentence: Ruritania opens its border at Zenda',
      }
  },
}

/** One that is broken into lines, by diplomatic custom, may be half as long again. */
function* ofLength(
  headline: string,
  span: Span,
  { settings, release }: CheckContext,
): Generator<RuleFinding> {
  const longest = settings.thresholds.headline_length ?? LONG
  const length = [...headline].length
  const isTooLong = length > longest * TOO_LONG
  if (length <= longest || (release.headline.length > 1 && !isTooLong)) return
  yield {
    ...span,
    ...(isTooLong ? { severity: 'error' } : {}),
    message: `the headline has ${length} characters, more than ${isTooLong ? longest * TOO_LONG : longest}`,
    hint: 'shorten it, or put the rest into subheadline',
  }
}

/** Three words or more in letters that have small ones, and none of those; acronyms alone are none. */
function isLoud(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  // "COVID" in a headline of Chinese or Arabic letters, which have no small ones.
  if (/(?![ªº])\p{Lo}/u.test(text)) return false
  return (
    words.filter((word) => word.length > 4).length > 1 &&
    words.length > 2 &&
    /\p{Lu}/u.test(text) &&
    !/\p{Ll}/u.test(text)
  )
}
