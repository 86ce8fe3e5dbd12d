import type { Phrase } from '../check/scan/find-phrases.ts'
import { normalise } from '../check/scan/normalise.ts'
import { capitalize, upperCase } from '../language/capitalize.ts'

/** The phrase for another N in the form and letters of the old one; several where the form is not certain. */
export function rewritePhrase(phrase: Phrase, written: string, n: number, tag: string): string[] {
  const texts = phrase.readings.flatMap((reading) => reading.write(n) ?? [])
  return [...new Set(texts)].map((text) => inLettersOf(written, text, tag))
}

/** The expression that prints a phrase for every year; none where it would print it in another way. */
export function expressionFor(phrase: Phrase, written: string, tag: string): string | undefined {
  for (const { expression, write } of phrase.readings) {
    if (!expression || normalise(write(phrase.n) ?? '') !== normalise(written)) continue
    const { before, value, after } = expression
    const isCapital = /^\p{Lu}/u.test(written)
    const isPlain = inLettersOf(written, normalise(written), tag) === capitalize(normalise(written), tag)
    // Title case and capitals throughout: no expression writes them.
    if (isCapital && !isPlain) return undefined
    if (before !== '') return `${isCapital ? capitalize(before, tag) : before}{{${value}}}${after}`
    return `{{${isCapital ? 'capitalize ' : ''}${value}}}${after}`
  }
  return undefined
}

function inLettersOf(written: string, text: string, tag: string): string {
  const letters = written.replace(/[^\p{L}]/gu, '')
  if (!/^\p{Lu}/u.test(letters) || /^\P{L}*\d/u.test(written)) return text
  if (letters.length > 1 && !/\p{Ll}/u.test(letters)) return upperCase(text, tag)
  const rest = written.match(/\p{L}+/gu)?.slice(1) ?? []
  const isTitle = rest.length > 0 && rest.every((word) => /^\p{Lu}/u.test(word) || word === 'and')
  if (!isTitle) return capitalize(text, tag)
  return text.replace(/\p{L}+/gu, (word) => (word === 'and' ? word : capitalize(word, tag)))
}
