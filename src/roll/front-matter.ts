import { type Passage, plainPassage } from '../check/scan/passage.ts'
import { ALIASES } from '../draft/fields.ts'
import type { Place } from '../finding.ts'
import type { Path, YamlData } from '../yaml/read-yaml.ts'

/** A text of the front matter, where it stands in the source, quotation marks and block marks left out. */
export interface FieldText {
  /** Its key, aliases resolved. */
  readonly key: string
  readonly value: string
  readonly start: number
  readonly end: number
  /** How YAML writes it: an expression must be quoted in plain values. */
  readonly style: 'plain' | 'flow' | 'single' | 'double' | 'block'
}

/** All texts of the front matter, in the order written. */
export function fieldTexts(source: string, data: YamlData): FieldText[] {
  const offsetAt = offsets(source)
  const texts: FieldText[] = []
  const walk = (value: unknown, path: Path, key: string): void => {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) walk(item, [...path, i], key)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        walk(item, [...path, name], key === '' ? canonical(name) : `${key}.${name}`)
      }
    } else if (value !== null && value !== undefined) {
      texts.push(fieldText(source, data.placeOf(path), offsetAt, key, String(value)))
    }
  }
  walk(data.value, [], '')
  return texts
}

function canonical(name: string): string {
  return Object.hasOwn(ALIASES, name) ? ALIASES[name as keyof typeof ALIASES] : name
}

/** Fields whose text readers see; what else there is names files, people and settings. */
const READ =
  /^(?:headline|subheadline|summary|keywords|notes_to_editors|boilerplate|rights|vars\..*|links\.label|attachments\.(?:title|alt|caption))$/

/** The passage of a field that readers see. */
export function fieldPassage(source: string, field: FieldText, tag: string): Passage | undefined {
  return READ.test(field.key) ? plainPassage(source, field.start, field.end, tag) : undefined
}

function fieldText(
  source: string,
  place: Place,
  offsetAt: (line: number, column: number) => number,
  key: string,
  value: string,
): FieldText {
  const start = offsetAt(place.line, place.column)
  const end = place.end ? offsetAt(place.end.line, place.end.column) : start
  const first = source[start] ?? ''
  if (first === '"' || first === "'") {
    return { key, value, start: start + 1, end: end - 1, style: first === '"' ? 'double' : 'single' }
  }
  if (first === '|' || first === '>') {
    const from = source.indexOf('\n', start) + 1
    return { key, value, start: Math.min(from, end), end, style: 'block' }
  }
  // In [a, b] and {a: b} a plain value may hold no brace.
  const isFlow = /[[{,]\s*$|\{[^\n}]*:\s*$|,[^\n]*:\s*$/.test(
    source.slice(source.lastIndexOf('\n', start) + 1, start),
  )
  return { key, value, start, end, style: isFlow ? 'flow' : 'plain' }
}

function offsets(source: string): (line: number, column: number) => number {
  const starts = [0]
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1)
  return (line, column) => (starts[line - 1] ?? source.length) + column - 1
}
