import { readFile, stat } from 'node:fs/promises'
import type * as z from 'zod/mini'
import { configFields } from './config-fields.ts'
import { displayPath } from './display-path.ts'
import { type Finding, ReleaseError } from './finding.ts'
import { checkFields } from './yaml/check-fields.ts'
import { readYaml } from './yaml/read-yaml.ts'

/**
 * Reads `release.config.yaml`; `asked` says that it was named by the user. Throws a `ReleaseError` with exit
 * code 2 that lists everything wrong with it.
 */
export async function readConfig(
  file: string,
  asked: boolean,
  cwd: string,
): Promise<z.output<typeof configFields>> {
  const rule = 'config-invalid'
  const shown = displayPath(file, cwd)
  const source = await readRegularFile(file).catch((cause: unknown) => {
    const hint = asked ? 'name an existing file: --config release.config.yaml' : 'make it readable'
    throw new ReleaseError(rule, `cannot read the configuration "${shown}"`, { hint, exitCode: 2, cause })
  })
  const { data, findings } = readYaml(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), { rule })
  const unknownKey = { rule, severity: 'error' } as const
  const checked =
    data && data.value !== null ? checkFields(data, configFields, { rule, unknownKey }) : undefined
  const all: Finding[] = [...findings, ...(checked?.findings ?? [])].map((finding) => ({
    ...finding,
    path: shown,
  }))
  if (all.length > 0)
    throw new ReleaseError(rule, `the configuration "${shown}" is not valid`, { exitCode: 2, findings: all })
  return checked?.value ?? {}
}

/** A pipe of that name would never end. */
async function readRegularFile(file: string): Promise<string> {
  if (!(await stat(file)).isFile()) throw new Error('not a regular file')
  return readFile(file, 'utf8')
}
