import type { RuleCard } from '../check/rule.ts'
import type { Format } from '../formats.ts'
import type { OutputFacts } from './read-output.ts'
import type { Problem } from './verification.ts'

/** An output with what was read of it. */
export interface BuiltOutput {
  readonly format: Format
  /** As reports show it. */
  readonly path: string
  readonly facts: OutputFacts
}

/** The outputs of one release, as rules look at them. */
export interface BuiltRelease {
  readonly outputs: readonly BuiltOutput[]
  /** True where the embargo had not passed when they were built. */
  readonly embargoed: boolean
  /** Numbers that rules compare with, by name. */
  readonly thresholds: Readonly<Record<string, number>>
}

/** What an output rule has noticed, in the output of that path. */
export type OutputFinding = Pick<Problem, 'path' | 'message' | 'hint' | 'difference'>

/** One rule on built outputs: a file in `rules/`, listed in `output-rules.ts`. */
export interface OutputRule extends RuleCard {
  readonly group: 'output'
  /** Looks at the outputs of a release; a pure function. */
  check(release: BuiltRelease): Iterable<OutputFinding>
}

/** The formats as sentences name them. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = { html: 'HTML', pdf: 'PDF', text: 'text' }

/** Longest part of an output that a message shows, characters. */
const LONGEST = 60

/** The beginning of a passage of an output, for a message. */
export function excerpt(text: string): string {
  const plain = text.trim().replace(/\s+/gu, ' ')
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}…` : plain
}
