import type { Edit } from './edits.ts'
import type { FieldText } from './front-matter.ts'

/** Makes edits fit the way in which YAML writes the values they fall into: an expression has braces and quotes. */
export function quoteFields(source: string, fields: readonly FieldText[], edits: readonly Edit[]): Edit[] {
  const extra: Edit[] = []
  const fitted = edits.map((edit) => {
    const field = fields.find(({ start, end }) => start <= edit.start && edit.end <= end)
    return field?.style === 'double' ? { ...edit, text: edit.text.replaceAll('"', '\\"') } : edit
  })
  for (const { style, start, end } of fields) {
    if (style !== 'plain' && style !== 'flow') continue
    const own = edits.filter((edit) => start <= edit.start && edit.end <= end && edit.text.includes('{{'))
    if (own.length === 0 || (style === 'plain' && own.every((edit) => edit.start > start))) continue
    extra.push({ start, end: start, text: "'" }, { start: end, end, text: "'" })
    for (let i = source.indexOf("'", start); i >= 0 && i < end; i = source.indexOf("'", i + 1)) {
      if (!own.some((edit) => edit.start <= i && i < edit.end)) extra.push({ start: i, end: i, text: "'" })
    }
  }
  return [...extra, ...fitted]
}
