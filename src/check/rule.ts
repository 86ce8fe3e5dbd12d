import type { Severity } from '../finding.ts'
import type { CheckContext } from './context.ts'

/** What a finding may be about: the groups of the catalogue, A to D, and what a build says of itself. */
export const GROUPS = ['facts', 'language', 'form', 'output', 'build'] as const

/** One of the groups. */
export type Group = (typeof GROUPS)[number]

/** How much a rule's findings matter in a project; `off`: the rule does not run. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const

/** One of the levels. */
export type Level = (typeof LEVELS)[number]

/** Matter of a draft that a rule may leave alone. */
export type Mask = 'quotation' | 'block-quote' | 'code' | 'address' | 'heading' | 'name'

/** A stretch of the draft as written: offsets, UTF-16 units, the end behind the last character. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a rule has noticed, at a stretch of the draft. */
export interface RuleFinding extends Span {
  /** One fact, lower-case, with the value that was found. */
  readonly message: string
  /** The cure, with an accepted example. */
  readonly hint?: string
  /** Where this case matters more or less than the rule's own severity. */
  readonly severity?: Severity
  /** What would mend it. Only a `safe` one is applied by `--fix`; the engine takes it off quotations and code. */
  readonly fix?: Span & { readonly text: string; readonly safe: boolean }
  /** Other places that the message speaks of. */
  readonly related?: readonly (Span & { readonly message: string })[]
}

/** What is told of a rule: in the catalogue, by `--explain` and in SARIF. */
export interface RuleCard {
  /** Kebab-case name, as in the catalogue: `weekday-mismatch`. */
  readonly id: string
  readonly group: Group
  /** Level where the project sets none. */
  readonly severity: Level
  /** Languages it knows, by their primary subtag; absent: every language. */
  readonly languages?: readonly string[]
  /** What it catches, in one sentence. */
  readonly doc: string
  /** Where the rule comes from. */
  readonly source: string
  /** A line that it reports. */
  readonly bad: string
  /** The same line as it should be. */
  readonly good: string
  /** True where it compares the drafts of a run: one draft alone never breaks it. */
  readonly isOfSet?: true
}

/** One rule of `release check`: a file in `rules/`, listed in `rules.ts`. */
export interface Rule extends RuleCard {
  /** Findings that touch these stretches are dropped. In quotations, a finding that stays is `info`. */
  readonly skips?: readonly Mask[]
  /** True where the words of quotations are its matter: its findings in them keep their level. */
  readonly isOfQuotations?: true
  /** `answers`: it is silent where no address was asked, and an allowance of it is not unused then. */
  readonly needs?: 'answers'
  /** Looks at a release; a pure function. */
  check(context: CheckContext): Iterable<RuleFinding>
}
