import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type * as z from 'zod/mini'
import { type CheckFields, configFields, quotesFields, termsFields } from './config-fields.ts'
import { displayPath } from './display-path.ts'
import { type Finding, ReleaseError } from './finding.ts'
import { checkFields } from './yaml/check-fields.ts'
import { readYaml } from './yaml/read-yaml.ts'

/** Names and terms of the house, and approved quotations: files beside the configuration. */
export const BESIDE_CONFIG = ['terms.yaml', 'quotes.yaml'] as const

/** Longest of these files, characters: thousands of entries. */
const LONGEST = 500_000

/** `release.config.yaml` with what lies in files beside it. */
export type ProjectFields = Omit<z.output<typeof configFields>, 'check'> & { check?: CheckFields | undefined }

/**
 * Reads `release.config.yaml` and, where they lie beside it, `terms.yaml` and `quotes.yaml`; `asked` says that
 * the configuration was named by the user. Throws a `ReleaseError` with exit code 2 that lists everything wrong with a file.
 */
export async function readConfig(file: string, asked: boolean, cwd: string): Promise<ProjectFields> {
  const hint = asked ? 'name an existing file: --config release.config.yaml' : 'make it readable'
  const config = await readFields(file, configFields, { what: 'the configuration', hint, cwd })
  const [terms, quotes] = BESIDE_CONFIG.map((name) => join(dirname(file), name)) as [string, string]
  const about = { hint: 'make it readable', cwd, longest: LONGEST }
  const listed = existsSync(terms)
    ? await readFields(terms, termsFields, { ...about, what: 'the list of terms' })
    : undefined
  const approved = existsSync(quotes)
    ? await readFields(quotes, quotesFields, { ...about, what: 'the list of quotations' })
    : undefined
  if (listed === undefined && approved === undefined) return config ?? {}
  const all = [...(config?.check?.terms ?? []), ...(listed?.terms ?? [])]
  return { ...config, check: { ...config?.check, terms: all, quotes: approved?.quotes ?? [] } }
}

/** Reads a file of the project by its schema; nothing where it is empty. */
async function readFields<S extends z.ZodMiniType>(
  file: string,
  schema: S,
  about: { readonly what: string; readonly hint: string; readonly cwd: string; readonly longest?: number },
): Promise<z.output<S> | undefined> {
  const { what, hint, cwd, ...limits } = about
  const rule = 'config-invalid'
  const shown = displayPath(file, cwd)
  const source = await readRegularFile(file).catch((cause: unknown) => {
    throw new ReleaseError(rule, `cannot read ${what} "${shown}"`, { hint, exitCode: 2, cause })
  })
  const { data, findings } = readYaml(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
    rule,
    ...limits,
  })
  const unknownKey = { rule, severity: 'error' } as const
  const checked = data && data.value !== null ? checkFields(data, schema, { rule, unknownKey }) : undefined
  const all: Finding[] = [...findings, ...(checked?.findings ?? [])].map((finding) => ({
    ...finding,
    path: shown,
  }))
  if (all.length > 0)
    throw new ReleaseError(rule, `${what} "${shown}" is not valid`, { exitCode: 2, findings: all })
  return checked?.value
}

/** A pipe of that name would never end. */
async function readRegularFile(file: string): Promise<string> {
  if (!(await stat(file)).isFile()) throw new Error('not a regular file')
  return readFile(file, 'utf8')
}
