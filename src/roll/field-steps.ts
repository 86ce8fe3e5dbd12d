import { addDays, epochDay, isoDate, parseCivilDate } from '../language/civil-date.ts'
import type { FieldText } from './front-matter.ts'
import type { Step, Turn } from './roll.ts'

/** What becomes of fields that no reader sees as text: date, embargo, slug, reference, links. */
export function fieldSteps(source: string, fields: readonly FieldText[], turn: Turn): Step[] {
  return fields.flatMap((field) => {
    if (field.key === 'date')
      return turn.recurring ? [] : moved(source, field, turn, 'the date of the release')
    if (field.key === 'embargo') return embargo(source, field, turn)
    if (field.key === 'slug') return slug(source, field, turn)
    if (field.key === 'approved_by') {
      return [
        leave(
          field,
          'approval',
          `"${field.value}" approved the release of ${turn.from.date.year}`,
          'ask again',
        ),
      ]
    }
    if (field.key === 'corrects.reference') {
      const message = `the release of ${turn.from.date.year} corrected "${field.value}"`
      return [leave(field, 'year-stale', message, 'take `corrects` out')]
    }
    if (!holdsYear(field.value, turn)) return []
    if (field.key === 'reference' || field.key === 'translation_of') {
      const hint = 'take the next free number of the new year'
      return [
        leave(
          field,
          'reference-invalid',
          `the reference "${field.value}" is of ${turn.from.date.year}`,
          hint,
        ),
      ]
    }
    if (/^(?:links(?:\.url)?|attachments\.(?:file|url))$/.test(field.key)) {
      return [
        leave(field, 'year-stale', `"${field.value}" holds ${turn.from.date.year}`, 'is there a new one?'),
      ]
    }
    return []
  })
}

/** True where the old release's year stands in a text, apart from other figures. */
export function holdsYear(text: string, { from }: Turn): boolean {
  return new RegExp(`(?<!\\d)${from.date.year}(?!\\d)`).test(text)
}

function embargo(source: string, field: FieldText, turn: Turn): Step[] {
  if (turn.recurring) {
    return [
      leave(
        field,
        'embargo-in-past',
        'an embargo holds for one year only',
        'write its year as {{release.year}}, or take it out',
      ),
    ]
  }
  const steps = moved(source, field, turn, 'the embargo moves with the release')
  const hint = 'check day and time: it moved by as many days as the date'
  return steps.length === 0
    ? []
    : [...steps, leave(field, 'embargo-in-past', `the embargo was ${field.value}`, hint)]
}

function moved(source: string, field: FieldText, turn: Turn, because: string): Step[] {
  const written = source.slice(field.start, field.end)
  const match = /\d{4}-\d{2}-\d{2}/.exec(written)
  const day = match && parseCivilDate(match[0])
  if (!match || !day) return []
  const days = epochDay(turn.to.date) - epochDay(turn.from.date)
  const text = isoDate(addDays(day, days))
  const start = field.start + match.index
  return text === match[0] ? [] : [{ start, end: start + 10, text, because }]
}

function slug(source: string, field: FieldText, turn: Turn): Step[] {
  if (!holdsYear(field.value, turn)) return []
  if (turn.recurring) {
    return [
      leave(
        field,
        'year-stale',
        `the slug "${field.value}" holds a year`,
        'take it out: outputs get the year',
      ),
    ]
  }
  if (turn.to.date.year === turn.from.date.year) return []
  const start = field.start + source.slice(field.start, field.end).indexOf(String(turn.from.date.year))
  const because = 'the output is named for the year'
  return [{ start, end: start + 4, text: String(turn.to.date.year), because }]
}

function leave({ start, end }: FieldText, rule: string, message: string, hint: string): Step {
  return { start, end, severity: 'warning', rule, message, hint }
}
