import { usageError } from '../finding.ts'
import { parseCivilDate } from '../language/civil-date.ts'

/** Reads `--now`: a day in UTC, or RFC 3339 with an offset. */
export function readInstant(text: string): Date {
  const shape = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/
  // Date would take the 30th of February for the 2nd of March.
  const instant = new Date(shape.test(text) && parseCivilDate(text) ? text : Number.NaN)
  if (!Number.isNaN(instant.getTime())) return instant
  const hint = 'for example: --now 2027-02-26T05:00Z'
  throw usageError(`"${text}" is no instant`, hint)
}
