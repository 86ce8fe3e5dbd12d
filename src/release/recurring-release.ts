import type { RecurringRelease } from './due.ts'
import { type OccasionDates, type OccasionFault, readEvent } from './occasion-date.ts'
import { nameOf, type OccasionName } from './occasion-name.ts'

/** What a calendar knows of a draft with an occasion, or what is wrong with the occasion. */
export function recurringRelease(
  draft: string,
  occasion: OccasionDates & { readonly name: OccasionName },
  language: string,
): RecurringRelease | OccasionFault {
  const event = readEvent(occasion)
  if (!event.ok) return event
  const usual = nameOf(occasion.name, language)
  if (!usual.ok) return usual
  // A list names things in the nominative; where the draft has no such form, the one that its text needs.
  const nominative = nameOf(occasion.name, language, 'nom')
  const name = (nominative.ok ? nominative : usual).text
  return { draft, language, name, names: namesOf(occasion.name, language), event: event.event }
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
