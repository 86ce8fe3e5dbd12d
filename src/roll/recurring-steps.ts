import { isoDate } from '../language/civil-date.ts'
import type { FieldText } from './front-matter.ts'
import type { ScannedText, Step, Turn } from './roll.ts'

/**
 * The `occasion` block of a draft that becomes recurring, and the end of its `date` where the release is of
 * the anniversary's own day: any other distance from it is what `date` goes on to say.
 */
export function recurringSteps(
  source: string,
  fields: readonly FieldText[],
  scans: readonly ScannedText[],
  turn: Turn,
): Step[] {
  const { event, from } = turn
  if (!event || !from.occurrence) return []
  const hasOccasion = fields.some(({ key }) => key.startsWith('occasion.'))
  const isOnTheDay = isoDate(from.date) === isoDate(from.occurrence)
  const date = fields.find(({ key }) => key === 'date')
  const line = date ? lineOf(source, date.start) : undefined
  const name = nameIn(scans, turn)
  const block = hasOccasion
    ? ''
    : `occasion:\n  name: ${name ?? 'NAME OF THE EVENT'}\n  date: ${isoDate(event.last)}\n`
  const isBlock = line === undefined ? !/^---\s*\{/.test(source) : ALONE.test(source.slice(...line))
  if (!isBlock) {
    const [at, to] = [date?.start ?? 0, date?.end ?? 0]
    const message = 'the front matter is written in a way that nothing is put into'
    const hint = `write "date: ${isoDate(from.date)}" on a line of its own, and roll again`
    return [{ start: at, end: to, severity: 'warning', rule: 'occasion-name', message, hint }]
  }
  const end = source.indexOf('\n---', 3) + 1
  const [start, stop] = line ? (isOnTheDay ? line : ([line[1], line[1]] as const)) : ([end, end] as const)
  if (block === '' && start === stop) return []
  const because = isOnTheDay ? 'the date follows from the occasion' : 'the date keeps its distance'
  const edit: Step = { start, end: stop, text: block, because }
  if (hasOccasion) return [edit]
  const message = name === undefined ? 'the occasion has no name yet' : `the occasion is named "${name}"`
  const hint = 'the event as it stands behind "anniversary of": name: Strelsau flood'
  return [edit, { start, end: stop, severity: 'warning', rule: 'occasion-name', message, hint }]
}

/** The line of a date that can be taken out without harm to others. */
const ALONE = /^(["']?)date\1\s*:\s*["']?\d{4}-\d{2}-\d{2}[^,}\]]*$/

function lineOf(source: string, offset: number): readonly [start: number, end: number] {
  return [source.lastIndexOf('\n', offset - 1) + 1, source.indexOf('\n', offset) + 1]
}

// What a headline names behind "anniversary of": English only, elsewhere names stand in cases.
function nameIn(scans: readonly ScannedText[], { language }: Turn): string | undefined {
  if (!language.tag.startsWith('en')) return undefined
  for (const { field, passage } of scans) {
    if (field?.key !== 'headline') continue
    const match = /\banniversary of (?:the )?([\p{L}\p{N}][\p{L}\p{N} ’'-]*)$/iu.exec(passage.text.trim())
    if (match?.[1]) return match[1]
  }
  return undefined
}
