/** The part of JSON Schema that our own schemas use. */
export interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
}

/** Checks a value against a schema; answers the paths of what is wrong. */
export function faultsOf(value: unknown, schema: JsonSchema, path = '$'): string[] {
  const faults: string[] = []
  if ('const' in schema && value !== schema.const) faults.push(`${path} is not ${schema.const}`)
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${path} is none of ${schema.enum}`)
  if (schema.type !== undefined && !isOfType(value, schema.type))
    return [...faults, `${path} is no ${schema.type}`]
  const { items } = schema
  if (Array.isArray(value) && items) {
    faults.push(...value.flatMap((item, i) => faultsOf(item, items, `${path}[${i}]`)))
  }
  if (schema.type === 'object') {
    const fields = value as Record<string, unknown>
    for (const name of schema.required ?? []) if (!(name in fields)) faults.push(`${path}.${name} is missing`)
    for (const [name, field] of Object.entries(fields)) {
      const known = schema.properties?.[name]
      if (known) faults.push(...faultsOf(field, known, `${path}.${name}`))
      else if (schema.additionalProperties === false) faults.push(`${path}.${name} is unknown`)
    }
  }
  return faults
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
