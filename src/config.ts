import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type BuildOptions, checkOptions, type Limits, yearsOf } from './build-options.ts'
import type { CheckFields } from './config-fields.ts'
import { usageError } from './finding.ts'
import { FORMATS, type Format } from './formats.ts'
import type { Shard } from './manifest/manifest-name.ts'

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
  readonly force: boolean
  /** The part to build. */
  readonly shard: Shard | undefined
  /** Longest wait for another run in the same output folder, milliseconds. */
  readonly lockTimeout: number
  readonly dryRun: boolean
  /** The years asked for, in order; empty: each draft's own date decides. */
  readonly years: readonly number[]
  /** True where a year without an anniversary is passed over, and not an error. */
  readonly skipsYears: boolean
  readonly limits: Limits
  /** Levels, terms and thresholds of `release check`. */
  readonly check: CheckFields | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: (() => Promise<Uint8Array>) | undefined
  readonly signal: AbortSignal | undefined
  readonly notice: (text: string, level: 'warning' | 'detail') => void
}

/** More printing pages than this only fill memory. */
const MAX_JOBS = 8

/**
 * Puts flags, `release.config.yaml` and defaults together: flags win over the file, the file over defaults.
 * Throws a `ReleaseError` with exit code 2 that lists everything wrong with the file.
 */
export async function loadConfig(options: BuildOptions): Promise<Config> {
  checkOptions(options)
  const cwd = resolve(options.cwd ?? process.cwd())
  const file = options.config === undefined ? findConfig(cwd) : resolve(cwd, options.config)
  const fields =
    file === undefined
      ? {}
      : await (await import('./config-file.ts')).readConfig(file, options.config !== undefined, cwd)
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
    jobs: options.jobs ?? Math.min(availableParallelism(), MAX_JOBS),
    force: options.force ?? false,
    shard: options.shard,
    lockTimeout: (options.lockTimeout ?? 60) * 1000,
    dryRun: options.dryRun ?? false,
    years: yearsOf(options),
    skipsYears: options.years !== undefined,
    limits: {
      draftBytes,
      imageBytes: fields.limits?.image_bytes ?? 10_000_000,
      imagePixels: fields.limits?.image_pixels ?? 40_000_000,
      pages: fields.limits?.pages ?? 50,
    },
    check: fields.check,
    env,
    stdin: options.stdin && once(options.stdin, draftBytes + 1),
    signal: options.signal,
    notice: options.notice ?? (() => {}),
  })
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org) stands in for the clock; a malformed one must not pass unnoticed. */
function clock(env: Readonly<Record<string, string | undefined>>): Date {
  const epoch = env.SOURCE_DATE_EPOCH
  if (!epoch) return new Date()
  const instant = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (!Number.isNaN(instant.getTime())) return instant
  const hint = 'seconds since 1970, for example: SOURCE_DATE_EPOCH=1803600000'
  throw usageError(`SOURCE_DATE_EPOCH is "${epoch}"`, hint)
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

function findConfig(cwd: string): string | undefined {
  // One that is there but cannot be read is an error, never passed over.
  return configPlaces(cwd).find((file) => existsSync(file))
}

/** Where a configuration is looked for, from a folder upwards. */
export function configPlaces(cwd: string): string[] {
  const places: string[] = []
  for (let folder = cwd; ; folder = dirname(folder)) {
    places.push(join(folder, CONFIG_NAME))
    if (dirname(folder) === folder) return places
  }
}
