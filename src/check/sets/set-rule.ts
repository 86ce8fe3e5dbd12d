import type { Place } from '../../finding.ts'
import type { RuleCard } from '../rule.ts'
import type { CheckSettings } from '../settings.ts'
import type { DraftSummary } from './draft-summary.ts'

/** A place of a draft that is kept when the draft itself is not. */
export interface Spot extends Place {
  /** Offset of the place in the draft. */
  readonly start: number
  /** True in quotation marks or a block quote. */
  readonly isQuoted: boolean
}

/** What a rule of sets has noticed, at a place of one draft. */
export interface SetFinding {
  readonly draft: DraftSummary
  readonly at: Spot
  /** One fact, lower-case, with the value that was found. */
  readonly message: string
  /** The cure. */
  readonly hint: string
  /** Places of other drafts that the message speaks of. */
  readonly related: readonly { readonly draft: DraftSummary; readonly at: Spot; readonly message: string }[]
}

/** All drafts of one run. */
export interface DraftSet {
  /** In the order of the run. */
  readonly drafts: readonly DraftSummary[]
  /** True where the run took whole folders and could read all of their drafts: what none has, they do not have. */
  readonly isWhole: boolean
}

/** A rule that compares the drafts of a run: a file in `sets/rules/`, listed in `set-rules.ts`. */
export interface SetRule extends RuleCard {
  readonly isOfSet: true
  /** Looks at the summaries of a run; a pure function. */
  check(set: DraftSet, settings: CheckSettings): Iterable<SetFinding>
}
