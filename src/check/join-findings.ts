import type { Finding } from '../finding.ts'

/** What the composition of a release says of a matter that a rule says more of. */
const SAID_BETTER: Readonly<Record<string, string>> = { 'link-refused': 'link-malformed' }

/** The findings of composition and rules together; of two on one matter at one place the rule's. */
export function joinFindings(composed: readonly Finding[], found: readonly Finding[]): Finding[] {
  const places = new Set(found.map(({ rule, line, column }) => `${rule} ${line}:${column}`))
  const isAlone = ({ rule, line, column }: Finding) => !places.has(`${SAID_BETTER[rule]} ${line}:${column}`)
  return [...composed.filter(isAlone), ...found]
}
