import * as z from 'zod/mini'
import { configFields, quotesFields, termsFields } from '../config-fields.ts'
import { ALIASES, draftFields } from '../draft/fields.ts'
import { usageError } from '../finding.ts'
import { letterheadFields } from '../letterhead/letterhead-fields.ts'
import { manifestSchema } from '../manifest/schema.ts'
import { reportSchema } from '../report/report-schema.ts'
import { nearest } from '../yaml/nearest.ts'
import type { Shell } from './shell.ts'

const SCHEMAS: Readonly<Record<string, { schema: z.ZodMiniType; title: string; io: 'input' | 'output' }>> = {
  draft: { schema: draftFields, title: 'Front matter of a draft', io: 'input' },
  config: { schema: configFields, title: 'release.config.yaml', io: 'input' },
  terms: { schema: termsFields, title: 'terms.yaml', io: 'input' },
  quotes: { schema: quotesFields, title: 'quotes.yaml', io: 'input' },
  letterhead: { schema: letterheadFields, title: 'letterhead.yaml', io: 'input' },
  report: { schema: reportSchema, title: 'Report of release build --json', io: 'output' },
  manifest: { schema: manifestSchema, title: 'release.manifest.json', io: 'output' },
}

/** What there is a schema of. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS)

/** `release schema`: the JSON Schema (2020-12) that the tool itself checks against. */
export async function runSchema(name: string, shell: Shell): Promise<void> {
  const entry = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined
  if (!entry) {
    const near = nearest(name, SCHEMA_NAMES)
    const hint = near ? `did you mean "${near}"?` : `one of: ${SCHEMA_NAMES.join(', ')}`
    throw usageError(`no schema "${name}"`, hint)
  }
  const json = z.toJSONSchema(entry.schema, {
    io: entry.io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      const schema = jsonSchema as { example?: unknown; examples?: unknown[]; expected?: string }
      if (schema.example !== undefined) schema.examples = [schema.example]
      delete schema.example
      delete schema.expected
    },
  })
  shell.out(
    `${JSON.stringify({ title: entry.title, ...(name === 'draft' ? withAliases(json) : json) }, null, 2)}\n`,
  )
}

/** Aliases and the ways to do without `headline` and `date`, which are resolved before the schema. */
function withAliases(json: z.core.JSONSchema.BaseSchema): object {
  const properties = { ...json.properties }
  for (const [alias, canonical] of Object.entries(ALIASES)) {
    const target = properties[canonical]
    if (typeof target === 'object') properties[alias] = { ...target, description: `Alias of ${canonical}.` }
  }
  const required = (json.required ?? []).filter((key) => key !== 'headline' && key !== 'date')
  return { ...json, properties, required, anyOf: [{ required: ['headline'] }, { required: ['title'] }] }
}
