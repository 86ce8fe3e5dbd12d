import { usageError } from './finding.ts'
import { FORMATS, type Format } from './formats.ts'
import type { Shard } from './manifest/manifest-name.ts'

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
  /** Drafts prepared and printed at once; default: the cores of the machine, at most 8. */
  readonly jobs?: number
  /** Builds what the manifest vouches for, too. */
  readonly force?: boolean
  /** Builds one of several parts, which other machines complete. */
  readonly shard?: Shard
  /** Longest wait for another run in the same output folder, seconds; default 60. */
  readonly lockTimeout?: number
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

/** A library's options are as untrusted as flags: the command line reads text, programs hand over anything. */
export function checkOptions({ formats, jobs, timeout, now, shard, output }: BuildOptions): void {
  const unknown = formats?.find((format) => !FORMATS.includes(format))
  if (formats && (unknown !== undefined || formats.length === 0)) {
    throw usageError(
      unknown === undefined ? 'no format is asked for' : `"${unknown}" is no format`,
      `one of: ${FORMATS.join(', ')}`,
    )
  }
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1))
    throw usageError(`"${jobs}" is no number of jobs`, 'a whole number from 1 on')
  if (timeout !== undefined && !(timeout > 0))
    throw usageError(`"${timeout}" is no timeout`, 'seconds, more than 0')
  if (shard) {
    const { index, count } = shard
    if (!(Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count))
      throw usageError(`"${index}/${count}" is no shard`, 'the first of four: 1/4')
    if (output === '-') throw usageError('--shard needs a folder for the outputs', 'for example: -o out')
  }
  if (now && Number.isNaN(now.getTime()))
    throw usageError('`now` is no instant', "for example: new Date('2027-02-26T05:00Z')")
}

/** The years asked for, in order; none where each draft's own date decides. Throws `usage`. */
export function yearsOf({ year, years }: BuildOptions): number[] {
  if (year !== undefined && years) throw usageError('--year and --years are both given', 'give one of them')
  const { from, to } = years ?? { from: year ?? 1, to: year ?? 0 }
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to <= 9999
  if (!isRange && (year !== undefined || years))
    throw usageError('years run from 1 to 9999', 'for example: --years 1993..2030')
  if (years && from > to)
    throw usageError(`the years ${from}..${to} run backwards`, `for example: --years ${to}..${from}`)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
