import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type * as z from 'zod/mini'
import { configFields } from './config-fields.ts'
import { type Finding, ReleaseError } from './finding.ts'
import { FORMATS, type Format } from './formats.ts'
import { checkFields } from './yaml/check-fields.ts'
import { readYaml } from './yaml/read-yaml.ts'

/** Limits that protect a batch from one bad draft. */
export interface Limits {
  /** Largest draft, bytes. */
  readonly draftBytes: number
  /** Largest image file, bytes. */
  readonly imageBytes: number
  /** Largest image, pixels as its header declares them. */
  readonly imagePixels: number
  /** Most pages a PDF may have. */
  readonly pages: number
}

/** What a caller asks of a build: the flags of the command line, or a library's options. */
export interface BuildOptions {
  /** Files, folders, globs, or `-` for standard input; default: `drafts` of the configuration. */
  readonly drafts?: readonly string[]
  /** Default: all three. */
  readonly formats?: readonly Format[]
  /** Output folder, or `-` for standard output; default: beside each draft. */
  readonly output?: string
  /** Name of a letterhead or path of its folder; wins over drafts and configuration. */
  readonly letterhead?: string
  /** Issues recurring drafts for this year; others ignore it with a warning. */
  readonly year?: number
  /** Issues recurring drafts for each of these years; years without an anniversary are skipped. */
  readonly years?: { readonly from: number; readonly to: number }
  /** Path of the configuration; default: `release.config.yaml` upwards of the working folder. */
  readonly config?: string
  /** Warnings fail a draft too. */
  readonly strict?: boolean
  /** The moment that "has the embargo passed?" is asked for; default: the clock. */
  readonly now?: Date
  /** Drafts prepared and printed at once; default 2. */
  readonly jobs?: number
  /** Say what would be built, write nothing. */
  readonly dryRun?: boolean
  /** Path of a browser; wins over the configuration. */
  readonly browser?: string
  /** Run the browser without its sandbox. */
  readonly noSandbox?: boolean
  /** Longest step of the browser, seconds; default 30. */
  readonly timeout?: number
  /** Working folder; default: the process's. */
  readonly cwd?: string
  /** Environment; default: the process's. Only the contract's variables are read. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What standard input holds, for the draft `-`; of more than `atMost` bytes the rest may be left out. */
  readonly stdin?: (atMost: number) => Promise<Uint8Array>
  /** Stops the run: what is being printed fails, nothing more is begun. */
  readonly signal?: AbortSignal
  /** Told of what the user should know of the run but no draft is to blame for, e.g. a missing sandbox. */
  readonly notice?: (text: string, level: 'warning' | 'detail') => void
}

/** Flags, configuration and defaults as one value; nothing is decided after it. */
export interface Config {
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** Folder of the configuration file, where there is one. */
  readonly configFolder: string | undefined
  readonly drafts: readonly string[]
  /** Folder that relative `drafts` start from: the configuration's for its own list, else the working folder. */
  readonly draftsFolder: string
  /** In the order of `FORMATS`. */
  readonly formats: readonly Format[]
  /** Absolute folder, `-` for standard output, `undefined` for beside each draft. */
  readonly output: string | undefined
  /** The letterhead of the flag: it wins over a draft's. */
  readonly letterheadFlag: string | undefined
  /** The letterhead of the configuration: it wins over a draft's too. */
  readonly letterheadDefault: string | undefined
  /** Absolute folder of the user's own letterheads. */
  readonly letterheads: string | undefined
  readonly timezone: string | undefined
  readonly browser: string | undefined
  readonly noSandbox: boolean
  /** Longest step of the browser, milliseconds. */
  readonly timeout: number
  readonly strict: boolean
  readonly now: Date
  readonly jobs: number
  readonly dryRun: boolean
  /** The years asked for, in order; empty: each draft's own date decides. */
  readonly years: readonly number[]
  /** True where a year without an anniversary is passed over, and not an error. */
  readonly skipsYears: boolean
  readonly limits: Limits
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: (() => Promise<Uint8Array>) | undefined
  readonly signal: AbortSignal | undefined
  readonly notice: (text: string, level: 'warning' | 'detail') => void
}

/**
 * Puts flags, `release.config.yaml` and defaults together: flags win over the file, the file over defaults.
 * Throws a `ReleaseError` with exit code 2 that lists everything wrong with the file.
 */
export async function loadConfig(options: BuildOptions): Promise<Config> {
  checkOptions(options)
  const cwd = resolve(options.cwd ?? process.cwd())
  const file = options.config === undefined ? await findConfig(cwd) : resolve(cwd, options.config)
  const fields = file === undefined ? {} : await readConfig(file, options.config !== undefined, cwd)
  const folder = file === undefined ? undefined : dirname(file)
  const inFolder = (path: string | undefined) =>
    path === undefined ? undefined : resolve(folder ?? cwd, path)

  const ownDrafts = typeof fields.drafts === 'string' ? [fields.drafts] : (fields.drafts ?? [])
  const given = options.drafts ?? []
  const output = options.output ?? inFolder(fields.output)
  const formats = options.formats ?? fields.formats ?? FORMATS
  const env = options.env ?? process.env
  const draftBytes = fields.limits?.draft_bytes ?? 500_000
  return Object.freeze({
    cwd,
    configFolder: folder,
    drafts: given.length > 0 ? given : ownDrafts,
    draftsFolder: given.length > 0 ? cwd : (folder ?? cwd),
    formats: FORMATS.filter((format) => formats.includes(format)),
    output: output === undefined || output === '-' ? output : resolve(cwd, output),
    letterheadFlag: options.letterhead,
    letterheadDefault: fields.letterhead,
    letterheads: inFolder(fields.letterheads),
    timezone: fields.timezone,
    browser: options.browser === undefined ? inFolder(fields.browser) : resolve(cwd, options.browser),
    noSandbox: options.noSandbox ?? false,
    timeout: (options.timeout ?? 30) * 1000,
    strict: options.strict ?? false,
    now: options.now ?? clock(env),
    jobs: options.jobs ?? 2,
    dryRun: options.dryRun ?? false,
    years: yearsOf(options),
    skipsYears: options.years !== undefined,
    limits: {
      draftBytes,
      imageBytes: fields.limits?.image_bytes ?? 10_000_000,
      imagePixels: fields.limits?.image_pixels ?? 40_000_000,
      pages: fields.limits?.pages ?? 50,
    },
    env,
    stdin: options.stdin && once(options.stdin, draftBytes + 1),
    signal: options.signal,
    notice: options.notice ?? (() => {}),
  })
}

/** A library's options are as untrusted as flags: the command line reads text, programs hand over anything. */
function checkOptions({ formats, jobs, timeout, now }: BuildOptions): void {
  const refuse = (message: string, hint: string) => {
    throw new ReleaseError('usage', message, { hint, exitCode: 2 })
  }
  const unknown = formats?.find((format) => !FORMATS.includes(format))
  if (formats && (unknown !== undefined || formats.length === 0)) {
    refuse(
      unknown === undefined ? 'no format is asked for' : `"${unknown}" is no format`,
      `one of: ${FORMATS.join(', ')}`,
    )
  }
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1))
    refuse(`"${jobs}" is no number of jobs`, 'a whole number from 1 on')
  if (timeout !== undefined && !(timeout > 0)) refuse(`"${timeout}" is no timeout`, 'seconds, more than 0')
  if (now && Number.isNaN(now.getTime()))
    refuse('`now` is no instant', "for example: new Date('2027-02-26T05:00Z')")
}

function yearsOf({ year, years }: BuildOptions): number[] {
  const refuse = (message: string, hint: string) => new ReleaseError('usage', message, { hint, exitCode: 2 })
  if (year !== undefined && years) throw refuse('--year and --years are both given', 'give one of them')
  const { from, to } = years ?? { from: year ?? 1, to: year ?? 0 }
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to <= 9999
  if (!isRange && (year !== undefined || years))
    throw refuse('years run from 1 to 9999', 'for example: --years 1993..2030')
  if (years && from > to)
    throw refuse(`the years ${from}..${to} run backwards`, `for example: --years ${to}..${from}`)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org) stands in for the clock; a malformed one must not pass unnoticed. */
function clock(env: Readonly<Record<string, string | undefined>>): Date {
  const epoch = env.SOURCE_DATE_EPOCH
  if (!epoch) return new Date()
  const instant = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (!Number.isNaN(instant.getTime())) return instant
  const hint = 'seconds since 1970, for example: SOURCE_DATE_EPOCH=1803600000'
  throw new ReleaseError('usage', `SOURCE_DATE_EPOCH is "${epoch}"`, { hint, exitCode: 2 })
}

/** Standard input can be read but once, and its slug is wanted before its text. */
function once(read: (atMost: number) => Promise<Uint8Array>, atMost: number): () => Promise<Uint8Array> {
  let bytes: Promise<Uint8Array> | undefined
  return () => {
    bytes ??= read(atMost)
    return bytes
  }
}

const CONFIG_NAME = 'release.config.yaml'

async function findConfig(cwd: string): Promise<string | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_NAME)
    // One that is there but cannot be read is an error, never passed over.
    if (existsSync(file)) return file
    if (dirname(folder) === folder) return undefined
  }
}

async function readConfig(file: string, asked: boolean, cwd: string): Promise<z.output<typeof configFields>> {
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

/** A path as reports show it: relative to the working folder, with `/`. */
export function displayPath(file: string, cwd: string): string {
  return (relative(cwd, file) || '.').replaceAll(sep, '/')
}
