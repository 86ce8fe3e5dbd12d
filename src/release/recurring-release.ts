import type { RecurringRelease } from './due.ts'
import { nearEnough } from './occasion.ts'
import { type OccasionDates, type OccasionFault, readEvent } from './occasion-date.ts'
import { nameOf, type OccasionName } from './occasion-name.ts'

/** What a calendar reads in a draft with an occasion. */
export interface RecurringSource extends Pick<RecurringRelease, 'draft' | 'language' | 'kind' | 'date'> {
  readonly occasion: OccasionDates & { readonly name: OccasionName }
}

/** What a calendar knows of a draft with an occasion, or what is wrong with the occasion or the date. */
export function recurringRelease(source: RecurringSource): RecurringRelease | OccasionFault {
  const { draft, occasion, language, kind, date } = source
  const read = readEvent(occasion)
  if (!read.ok) return read
  const { event } = read
  const usual = nameOf(occasion.name, language)
  if (!usual.ok) return usual
  const nearest = date && nearEnough(date, event)
  if (nearest && 'ok' in nearest) return nearest
  // A list names things in the nominative; where the draft has no such form, the one that its text needs.
  const nominative = nameOf(occasion.name, language, 'nom')
  const name = (nominative.ok ? nominative : usual).text
  return { draft, language, kind, date, name, names: namesOf(occasion.name, language), event }
}

function namesOf(name: OccasionName, language: string): ReadonlyMap<string, readonly string[]> {
  if (typeof name === 'string') return new Map([[language, [name]]])
  return new Map(
    Object.entries(name).map(([tag, forms]) => [
      tag,
      typeof forms === 'string' ? [forms] : Object.values(forms),
    ]),
  )
}
