import { existsSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadConfig } from '../config.ts'
import { displayPath } from '../display-path.ts'
import { ReleaseError, usageError } from '../finding.ts'
import { findLetterhead, listLetterheads } from '../letterhead/find-letterhead.ts'
import { loadLetterhead } from '../letterhead/load-letterhead.ts'
import { VIEW_SHAPE } from '../letterhead/view.ts'
import { harmless, harmlessPath } from '../report/harmless.ts'
import type { Shell, Voice } from './shell.ts'

type Flags = Voice & { readonly config?: string }

const configOf = (shell: Shell, flags: Flags) =>
  loadConfig({
    cwd: shell.cwd(),
    env: shell.process.env,
    ...(flags.config === undefined ? {} : { config: flags.config }),
  })

/** `release letterhead list`: a name and its folder a line. */
export async function listCommand(flags: Flags, shell: Shell): Promise<void> {
  shell.speak(flags)
  const config = await configOf(shell, flags)
  for (const { name, folder, builtIn } of await listLetterheads(config.letterheads)) {
    shell.out(`${harmlessPath(name)}\t${harmless(builtIn ? 'built in' : displayPath(folder, config.cwd))}\n`)
  }
}

/** `release letterhead show`: its institution, paper, ids and fonts, then what templates can print. */
export async function showCommand(name: string, flags: Flags, shell: Shell): Promise<void> {
  shell.speak(flags)
  const config = await configOf(shell, flags)
  const known = await findLetterhead(name, config.letterheads, config.cwd)
  const { fields, fonts } = await loadLetterhead(known, config.cwd)
  const { name: institution } = fields.institution
  const lines = [
    ['institution', typeof institution === 'string' ? institution : Object.values(institution)[0]],
    ['folder', known.folder],
    ['paper', fields.paper],
    ['language', fields.language ?? 'en'],
    ['contacts', Object.keys(fields.contacts ?? {}).join(', ') || 'none'],
    ['boilerplate', Object.keys(fields.boilerplate ?? {}).join(', ') || 'none'],
    ['fonts', fonts.map(({ family }) => family).join(', ')],
  ]
  for (const [label, value] of lines) shell.out(`${String(label).padEnd(12)} ${harmless(String(value))}\n`)
  shell.out('\nValues that templates can print:\n')
  for (const [path, doc] of documented(VIEW_SHAPE, '')) shell.out(`  ${path.padEnd(32)} ${doc}\n`)
}

/** `release letterhead eject`: copies a letterhead into a folder that does not exist yet. */
export async function ejectCommand(
  name: string,
  dir: string | undefined,
  flags: Flags,
  shell: Shell,
): Promise<void> {
  shell.speak(flags)
  const config = await configOf(shell, flags)
  const known = await findLetterhead(name, config.letterheads, config.cwd)
  const target = resolve(config.cwd, dir ?? name)
  if (existsSync(target)) {
    const hint = `name a new one: release letterhead eject ${name} letterheads/ours`
    throw usageError(`"${displayPath(target, config.cwd)}" is there already`, hint)
  }
  try {
    await mkdir(join(target, '..'), { recursive: true })
    await cp(known.folder, target, { recursive: true, errorOnExist: true, force: false })
  } catch (cause) {
    const message = `cannot write "${target}": ${(cause as NodeJS.ErrnoException).code ?? String(cause)}`
    throw new ReleaseError('write-failed', message, { hint: 'make the folder writable', exitCode: 3, cause })
  }
  const shown = displayPath(target, config.cwd)
  shell.out(`${harmlessPath(shown)}\n`)
  const named = shown.startsWith('.') ? shown : `./${shown}`
  shell.tell(`edit letterhead.yaml there, then: release build draft.md --letterhead ${named}`)
}

type Documented = string | readonly Documented[] | { readonly [key: string]: Documented }

function* documented(shape: Documented, path: string): Generator<[string, string]> {
  if (typeof shape === 'string') yield [path, shape]
  else if (Array.isArray(shape)) yield* documented((shape as readonly Documented[])[0] ?? '', `${path}[]`)
  else {
    for (const [key, value] of Object.entries(shape as { [key: string]: Documented })) {
      yield* documented(value, path === '' ? key : `${path}.${key}`)
    }
  }
}
