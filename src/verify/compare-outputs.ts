import type { Format } from '../formats.ts'
import { type Difference, firstDifference, type Passage } from './compare-words.ts'
import { FORMAT_NAMES, type OutputFinding } from './output-rule.ts'
import type { Word } from './words.ts'

/** An output with its words. */
export interface SpokenOutput {
  readonly format: Format
  readonly path: string
  readonly words: readonly Word[]
}

const AGAIN = 'build again; if they still differ, the templates of the letterhead print different values'

/** Longest part of a passage that is told, characters. */
const LONGEST = 200

/**
 * Holds the words of outputs against those of the first. Where all others agree with one another, it is the
 * first that is to blame, and is told of once.
 */
export function compareOutputs(outputs: readonly SpokenOutput[], language: string): OutputFinding[] {
  const [first, ...others] = outputs
  if (!first) return []
  const found = others.flatMap((other) => {
    const difference = firstDifference(first.words, other.words, language)
    return difference ? [{ other, difference }] : []
  })
  const [second, third] = others
  if (second && third && found.length === 2 && !firstDifference(second.words, third.words, language)) {
    const difference = firstDifference(second.words, first.words, language)
    if (difference) return [problemOf(second, first, difference)]
  }
  return found.map(({ other, difference }) => problemOf(first, other, difference))
}

function problemOf(expected: SpokenOutput, found: SpokenOutput, difference: Difference): OutputFinding {
  const { at } = difference
  const passageOf = (format: Format, { before, word, after }: Passage) => ({
    format,
    before: shortened(before, 'start'),
    word: shortened(word, 'end'),
    after: shortened(after, 'end'),
  })
  return {
    path: found.path,
    message: `the ${FORMAT_NAMES[found.format]} parts from the ${FORMAT_NAMES[expected.format]} at word ${at}`,
    hint: found.format === 'pdf' ? `${AGAIN}, or a line is too wide for the paper` : AGAIN,
    difference: {
      word: at,
      expected: passageOf(expected.format, difference.expected),
      found: passageOf(found.format, difference.found),
    },
  }
}

function shortened(text: string, cut: 'start' | 'end'): string {
  if (text.length <= LONGEST) return text
  return cut === 'start' ? `…${text.slice(-LONGEST)}` : `${text.slice(0, LONGEST)}…`
}
