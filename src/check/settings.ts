import { ReleaseError } from '../finding.ts'
import { nearest } from '../yaml/nearest.ts'
import { BUILD_CARDS } from './build-cards.ts'
import { LEVELS, type Level, type RuleCard } from './rule.ts'

/** A form of the house. */
export interface HouseTerm {
  /** What to write. */
  readonly use: string
  /** What not to write for it. */
  readonly avoid?: readonly string[] | undefined
  /** The article that a name has in English text, or that it has none. */
  readonly article?: 'the' | 'none' | undefined
  /** BCP 47 tag of the releases that it is for; default: all. */
  readonly language?: string | undefined
}

/** A quotation as it was approved. */
export interface ApprovedQuote {
  /** Who said or decided it. */
  readonly speaker: string
  /** The words, whole. */
  readonly text: string
  /** BCP 47 tag of the words. */
  readonly language: string
  /** Where they were said. */
  readonly source?: string | undefined
}

/** `check` of the configuration with the terms of `terms.yaml` and the quotations of `quotes.yaml`, as read. */
export interface CheckFields {
  readonly rules?: Readonly<Record<string, Level>> | undefined
  readonly terms?: readonly (string | HouseTerm)[] | undefined
  readonly quotes?: readonly ApprovedQuote[] | undefined
  readonly thresholds?: Readonly<Record<string, number>> | undefined
  readonly reference?: string | undefined
}

/** What a project asks of the checks. */
export interface CheckSettings {
  /** Levels by rule; a rule that is not named keeps its own. */
  readonly levels: ReadonlyMap<string, Level>
  /** The house's forms: what to write, and what not. */
  readonly terms: readonly HouseTerm[]
  /** Proper names and terms that no rule of language touches. */
  readonly names: readonly string[]
  /** What has been said, as it was approved. */
  readonly quotes: readonly ApprovedQuote[]
  /** Numbers that rules compare with, by name. */
  readonly thresholds: Readonly<Record<string, number>>
  /** Regular expression of every reference, whole; none where the house numbers nothing. */
  readonly reference: string | undefined
}

/**
 * Puts the configuration and `--rule id=level` together; flags win. Throws a `ReleaseError` (exit code 2)
 * for a rule or level that there is not, with the nearest one.
 */
export function checkSettings(
  fields: CheckFields | undefined,
  flags: readonly string[],
  rules: readonly Pick<RuleCard, 'id'>[],
): CheckSettings {
  for (const id of Object.keys(fields?.rules ?? {})) knownRule(id, rules, 'config-invalid', 'check.rules: ')
  const given = flags.map((flag) => {
    const [, id = '', level = ''] = /^([^=]*)=(.*)$/.exec(flag) ?? ['', flag, '']
    return [knownRule(id, rules, 'usage', '--rule: '), readLevel(level)] as const
  })
  return settingsOf(fields, given)
}

/** As `checkSettings`, of names that have been looked at. */
export function settingsOf(
  fields: CheckFields | undefined,
  given: readonly (readonly [string, Level])[] = [],
): CheckSettings {
  const levels = new Map([...Object.entries(fields?.rules ?? {}), ...given])
  const terms = (fields?.terms ?? []).map((term) => (typeof term === 'string' ? { use: term } : term))
  return {
    levels,
    terms,
    names: terms.map(({ use }) => use),
    quotes: fields?.quotes ?? [],
    thresholds: fields?.thresholds ?? {},
    reference: fields?.reference,
  }
}

/** The rule of that name. Throws a `ReleaseError` (exit code 2) with the nearest one. */
export function knownRule(
  id: string,
  rules: readonly Pick<RuleCard, 'id'>[],
  rule = 'usage',
  where = '',
): string {
  if (rules.some((known) => known.id === id)) return id
  if (BUILD_CARDS.some((known) => known.id === id)) {
    const hint = 'what a build cannot do, or leaves out, it says: mend the draft'
    throw new ReleaseError(rule, `${where}every build says "${id}": no level is set of it`, {
      hint,
      exitCode: 2,
    })
  }
  throw new ReleaseError(rule, `${where}there is no rule "${id}"`, { hint: nearRule(id, rules), exitCode: 2 })
}

/** What to write for a rule that there is not. */
export function nearRule(id: string, rules: readonly Pick<RuleCard, 'id'>[]): string {
  const plain = (name: string) => name.toLowerCase().replaceAll('-', '_')
  const near = nearest(
    plain(id),
    rules.map((known) => plain(known.id)),
  )
  return near === undefined ? 'docs/rules.md lists them' : `did you mean "${near.replaceAll('_', '-')}"?`
}

function readLevel(level: string): Level {
  const known = LEVELS.find((one) => one === level)
  if (known) return known
  const hint = 'for example: --rule repeated-word=off'
  const message = `"${level}" is no level: one of ${LEVELS.join(', ')}`
  throw new ReleaseError('usage', message, { hint, exitCode: 2 })
}
