import type { IssuedPassage } from './passages.ts'
import { replacement } from './replacement.ts'
import type { RuleFinding } from './rule.ts'
import type { Phrase } from './scan/find-phrases.ts'

/** A phrase's ways to tell another number, without those that are the same. */
export function textsFor(phrase: Phrase, n: number): string[] {
  return [...new Set(phrase.readings.flatMap((reading) => reading.write(n) ?? []))]
}

/** Only what is all small letters and figures is mended unasked, and only where one form is possible. */
export function mendPhrase(
  passage: IssuedPassage,
  { start, end }: Phrase,
  texts: readonly string[],
): Pick<RuleFinding, 'fix'> {
  const [text, ...others] = texts
  const written = passage.text.slice(start, end)
  if (text === undefined || others.length > 0 || /\p{Lu}/u.test(written)) return {}
  // "an eighth", "a ninth": the article before it would be wrong.
  const isArticle = /(?<!\p{L})an? $/iu.test(passage.text.slice(0, start))
  return replacement(passage, { start, end }, text, !isArticle)
}
