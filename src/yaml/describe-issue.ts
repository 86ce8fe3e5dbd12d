import * as z from 'zod/mini'
import type { Refusal } from './field-types.ts'
import { nearest } from './nearest.ts'

/** One schema issue in the words of a finding: the value found, what was expected, an accepted example. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  fields: unknown,
  schema: z.ZodMiniType,
  rule: string,
): { rule: string; message: string; hint?: string } {
  const name = path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.')
  const about = jsonSchemaAt(schema, path)
  const example = about.example
  const hint = example === undefined ? {} : { hint: `for example: ${exampleLine(path, example)}` }
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
  if (about.enum) {
    const near = nearest(String(value), about.enum)
    return {
      rule,
      message: `"${excerpt(value)}" is no ${String(path.at(-1))}`,
      hint: `${near ? `did you mean "${near}"? ` : ''}one of: ${about.enum.join(', ')}`,
    }
  }
  return {
    rule,
    message: `"${name}" should be ${about.expected ?? typeName(about)}, got ${valueName(value)}`,
    ...hint,
  }
}

function exampleLine(path: readonly (string | number)[], example: unknown): string {
  const key = path.filter((part) => typeof part === 'string').at(-1) ?? ''
  return `${key}: ${typeof example === 'string' ? example : JSON.stringify(example)}`
}

/** The parts of JSON Schema that messages are made from. */
export interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: string[]
  example?: unknown
  expected?: string
}

/** The part of the schema that speaks of a path, as JSON Schema; made only when there is something to say. */
export function jsonSchemaAt(schema: z.ZodMiniType, path: readonly (string | number)[]): JsonSchema {
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

function typeName(about: JsonSchema): string {
  const names: Record<string, string> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map',
  }
  const types = (about.anyOf ?? [about])
    .map((option) => option.type)
    .filter((type) => type !== 'number' || about.type === 'number')
  return types.map((type) => names[type ?? ''] ?? 'another value').join(' or ')
}

function valueName(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : `"${excerpt(value)}"`
}

/** A value as a message shows it, cut at a readable length. */
export function excerpt(value: unknown): string {
  const text = String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
