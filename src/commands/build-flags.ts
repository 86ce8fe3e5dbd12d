import type { BuildOptions } from '../build-options.ts'
import { usageError } from '../finding.ts'
import { FORMATS, type Format } from '../formats.ts'
import type { Shard } from '../manifest/manifest-name.ts'
import { nearest } from '../yaml/nearest.ts'
import { readInstant } from './read-instant.ts'
import type { Shell, Voice } from './shell.ts'

/** Flags of `release build` as commander hands them over. */
export interface BuildFlags extends Voice {
  readonly format?: string
  readonly output?: string
  readonly letterhead?: string
  readonly config?: string
  readonly strict?: boolean
  readonly year?: string
  readonly years?: string
  readonly now?: string
  readonly jobs?: string
  readonly force?: boolean
  readonly shard?: string
  readonly watch?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly browser?: string
  /** False with `--no-sandbox`. */
  readonly sandbox?: boolean
  readonly timeout?: string
}

/** What the flags ask of a build. Throws a `ReleaseError` (exit code 2) for values that are none. */
export function buildOptions(drafts: readonly string[], flags: BuildFlags, shell: Shell): BuildOptions {
  if (flags.json && flags.output === '-') {
    const hint = 'write to a folder with -o, or leave out --json'
    throw usageError('--json and -o - both want standard output', hint)
  }
  return {
    drafts: drafts.map((draft) => notEmpty('a draft', draft)),
    cwd: shell.cwd(),
    env: shell.process.env,
    notice: (text, level) => {
      for (const line of text.split('\n')) {
        if (level === 'warning') shell.tell(`warning: ${line}`)
        else shell.detail(`note: ${line}`)
      }
    },
    ...given('formats', flags.format, readFormats),
    ...given('output', flags.output, (value) => notEmpty('--output', value)),
    ...given('letterhead', flags.letterhead, (value) => notEmpty('--letterhead', value)),
    ...given('config', flags.config, (value) => notEmpty('--config', value)),
    ...given('browser', flags.browser, (value) => notEmpty('--browser', value)),
    ...given('now', flags.now, readInstant),
    ...given('year', flags.year, readYear),
    ...given('years', flags.years, readYears),
    ...given('shard', flags.shard, readShard),
    ...given('jobs', flags.jobs, (value) => readNumber('--jobs', value, 1, 64)),
    ...given('timeout', flags.timeout, (value) => readNumber('--timeout', value, 1, 3600)),
    strict: flags.strict === true,
    force: flags.force === true,
    dryRun: flags.dryRun === true,
    noSandbox: flags.sandbox === false,
  }
}

/** `{ key: read(value) }` where the flag was given. */
function given<K extends string, T>(
  key: K,
  value: string | undefined,
  read: (value: string) => T,
): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: read(value) } as { [P in K]?: T })
}

function readFormats(list: string): Format[] {
  return list.split(',').map((written) => {
    const name = written.trim().toLowerCase() === 'txt' ? 'text' : written.trim().toLowerCase()
    const format = FORMATS.find((known) => known === name)
    if (format) return format
    const near = nearest(name, FORMATS)
    const hint = near ? `did you mean "${near}"?` : 'for example: -f html,pdf,text'
    throw usageError(`"${written}" is no format`, hint)
  })
}

/** An unset variable of a script must not mean the working folder. */
function notEmpty(flag: string, value: string): string {
  if (value !== '') return value
  const hint = 'is a variable of your script unset?'
  throw usageError(`the value of ${flag} is empty`, hint)
}

function readYear(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) > 0) return Number(text)
  throw usageError(`"${text}" is no year`, 'for example: --year 2027')
}

function readYears(text: string): { from: number; to: number } {
  const [, from = '', to = ''] = /^(\d{1,4})\.\.(\d{1,4})$/.exec(text) ?? []
  if (Number(from) > 0 && Number(to) > 0) return { from: Number(from), to: Number(to) }
  const hint = 'for example: --years 1993..2030'
  throw usageError(`"${text}" is no range of years`, hint)
}

function readShard(text: string): Shard {
  const [, index = '', count = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  if (Number(index) >= 1 && Number(index) <= Number(count))
    return { index: Number(index), count: Number(count) }
  const hint = 'the first of four: --shard 1/4'
  throw usageError(`"${text}" is no shard`, hint)
}

function readNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  const hint = `a whole number from ${least} to ${most}`
  throw usageError(`"${text}" is no value for ${flag}`, hint)
}
