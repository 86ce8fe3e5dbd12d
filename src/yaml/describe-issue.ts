import * as z from 'zod/mini'
import type { Refusal } from './field-types.ts'
import { nearest } from './nearest.ts'
import type { Path } from './read-yaml.ts'

/**
 * One schema issue in the words of a finding: the value found, what was expected, an accepted example.
 * `spelt` is the path with the keys as the draft has them.
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  spelt: Path,
  fields: unknown,
  schema: z.ZodMiniType,
  rule: string,
): { rule: string; message: string; hint?: string } {
  const path = issue.path as (string | number)[]
  const name = spelt.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.')
  const about = jsonSchemaAt(schema, path)
  const example = exampleAt(schema, path, spelt)
  const hint = example === undefined ? {} : { hint: `for example: ${example}` }
  const refusal = issue.code === 'custom' ? (issue.params as Refusal | undefined) : undefined
  if (refusal) {
    const own = refusal.hint === undefined ? hint : { hint: refusal.hint }
    const message = refusal.message.startsWith('"') ? refusal.message : `"${name}" ${refusal.message}`
    return { rule: refusal.rule ?? rule, message, ...own }
  }
  const value = path.reduce<unknown>(
    (node, key) => (node as Record<string | number, unknown> | undefined)?.[key],
    fields,
  )
  if (value === undefined) return { rule, message: `"${name}" is missing`, ...hint }
  if (about.enum && typeof value !== 'object') {
    const near = nearest(String(value), about.enum)
    return {
      rule,
      message:
        typeof spelt.at(-1) === 'number'
          ? `"${name}" cannot be "${excerpt(value)}"`
          : `"${excerpt(value)}" is no ${String(spelt.at(-1))}`,
      hint: `${near ? `did you mean "${near}"? ` : ''}one of: ${about.enum.join(', ')}`,
    }
  }
  return {
    rule,
    message: `"${name}" should be ${about.expected ?? typeName(about)}, got ${valueName(value)}`,
    ...(about.enum ? { hint: `one of: ${about.enum.join(', ')}` } : hint),
  }
}

/** An accepted line for a path: its own example, else that of the list or map it belongs to. */
function exampleAt(schema: z.ZodMiniType, path: Path, spelt: Path): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const { example } = jsonSchemaAt(schema, path.slice(0, length))
    const key = spelt.slice(0, length).findLast((part) => typeof part === 'string')
    if (example !== undefined) return `${key}: ${String(example)}`
  }
  return undefined
}

/** An accepted line of a file: the first key that has an example. */
export function exampleOfKey(schema: z.ZodMiniType): string {
  const keys = Object.keys(jsonSchemaAt(schema, []).properties ?? {})
  return keys.map((key) => exampleAt(schema, [key], [key])).find((line) => line !== undefined) ?? 'key: value'
}

/** The parts of JSON Schema that messages are made from. */
export interface JsonSchema {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: string[]
  example?: unknown
  expected?: string
}

/** The part of the schema that speaks of a path, as JSON Schema; made only when there is something to say. */
export function jsonSchemaAt(schema: z.ZodMiniType, path: Path): JsonSchema {
  let node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema
  for (const part of path) {
    const options: JsonSchema[] = node.anyOf ?? [node]
    const next = options
      .map((option) =>
        typeof part === 'number'
          ? option.items
          : (option.properties?.[part] ??
            (typeof option.additionalProperties === 'object' ? option.additionalProperties : undefined)),
      )
      .find((found) => found !== undefined)
    if (!next) return {}
    node = next
  }
  const map = node.anyOf?.find((option) => option.properties)
  return map ? { ...node, ...(map.properties ? { properties: map.properties } : {}) } : node
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
}

function typeName(about: JsonSchema): string {
  const types = (about.anyOf ?? [about]).flatMap((option) => option.type ?? [])
  // A number is fine wherever text is: it is taken as it is written.
  return types
    .filter((type) => type !== 'number' || !types.includes('string'))
    .map((type) => TYPE_NAMES[type] ?? 'another value')
    .join(' or ')
}

/** A value that has the wrong type, as a message names it. */
export function valueName(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : `"${excerpt(value)}"`
}

/** A value as a message shows it, cut at a readable length. */
export function excerpt(value: unknown): string {
  const text = String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
