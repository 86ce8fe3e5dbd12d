import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type * as z from 'zod/mini'
import { configFields, termsFields } from './config-fields.ts'
import { displayPath } from './display-path.ts'
import { type Finding, ReleaseError } from './finding.ts'
import { checkFields } from './yaml/check-fields.ts'
import { readYaml } from './yaml/read-yaml.ts'

/** Names and terms of the house, beside the configuration. */
export const TERMS_NAME = 'terms.yaml'

/**
 * Reads `release.config.yaml` and, where it lies beside it, `terms.yaml`; `asked` says that the configuration was
 * named by the user. Throws a `ReleaseError` with exit code 2 that lists everything wrong with a file.
 */
export async function readConfig(
  file: string,
  asked: boolean,
  cwd: string,
): Promise<z.output<typeof configFields>> {
  const hint = asked ? 'name an existing file: --config release.config.yaml' : 'make it readable'
  const config = await readFields(file, configFields, { what: 'the configuration', hint, cwd })
  const termsFile = join(dirname(file), TERMS_NAME)
  if (!existsSync(termsFile)) return config ?? {}
  const about = { what: 'the list of terms', hint: 'make it readable', cwd }
  const { terms = [] } = (await readFields(termsFile, termsFields, about)) ?? {}
  return { ...config, check: { ...config?.check, terms: [...(config?.check?.terms ?? []), ...terms] } }
}

/** Reads a file of the project by its schema; nothing where it is empty. */
async function readFields<S extends z.ZodMiniType>(
  file: string,
  schema: S,
  { what, hint, cwd }: { readonly what: string; readonly hint: string; readonly cwd: string },
): Promise<z.output<S> | undefined> {
  const rule = 'config-invalid'
  const shown = displayPath(file, cwd)
  const source = await readRegularFile(file).catch((cause: unknown) => {
    throw new ReleaseError(rule, `cannot read ${what} "${shown}"`, { hint, exitCode: 2, cause })
  })
  const { data, findings } = readYaml(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), { rule })
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
