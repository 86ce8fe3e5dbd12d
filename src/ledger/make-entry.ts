import { displayPath } from '../display-path.ts'
import type { Draft } from '../draft/draft.ts'
import type { OutputStamp } from '../file-stamp.ts'
import type { Finding } from '../finding.ts'
import { type Format, inFormatOrder } from '../formats.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import type { ManifestEntry, ManifestOutput } from '../manifest/schema.ts'
import { letterheadName, rebase } from './entry-paths.ts'
import { type Inputs, inputsHash } from './inputs.ts'

/** A file that was built. */
export interface MadeOutput extends Omit<ManifestOutput, 'path'> {
  /** Absolute path. */
  readonly file: string
  /** Of the file as it was written. */
  readonly stamp: OutputStamp
}

/** A release that was built. */
export interface Made {
  /** The draft as it was read. */
  readonly draft: Draft
  /** The letterhead it was issued on. */
  readonly letterhead: Letterhead
  /** Those written to files. */
  readonly outputs: readonly MadeOutput[]
  /** What the build had to say; paths as reports show them. */
  readonly findings: readonly Finding[]
  /** The browser that printed; `undefined` where nothing was printed. `build` is that of the first choice. */
  readonly browser: { readonly build: string; readonly name: string } | undefined
}

/** What an entry says that is not to be seen from what was made. */
export interface EntryFacts {
  /** What it is known by. */
  readonly name: Pick<ManifestEntry, 'draft' | 'year'>
  /** All inputs but the browser. */
  readonly inputs: Inputs
  /** The browser that printed last. */
  readonly browser: string | undefined
  /** Outputs of earlier runs that still hold, of formats that were not asked for. */
  readonly others: readonly ManifestOutput[]
  /** Folder that the paths of entries are relative to, absolute. */
  readonly base: string
  /** Folder that the paths of findings are relative to, absolute. */
  readonly cwd: string
}

/** The entry of a release that was built. */
export function entryOf(made: Made, { name, inputs, browser, others, base, cwd }: EntryFacts): ManifestEntry {
  const fresh = made.outputs.map(
    ({ format, file, bytes, sha256, pages }): ManifestOutput => ({
      format,
      path: displayPath(file, base),
      bytes,
      sha256,
      ...(pages === undefined ? {} : { pages }),
    }),
  )
  const outputs = inFormatOrder([...others, ...fresh])
  return {
    ...name,
    letterhead: letterheadName(made.letterhead, base),
    embargoed: inputs.embargoed,
    inputs: inputsHash({ ...inputs, browser: hasPdf({ outputs }) ? browser : undefined }),
    outputs,
    findings: made.findings.map(({ blocking: _, ...finding }) => ({
      ...finding,
      path: rebase(finding.path, cwd, base),
    })),
  }
}

/**
 * Outputs of an earlier entry that still hold: of the same inputs, and of formats that are not made this time.
 * `browser` is the one that printed then.
 */
export function stillValid(
  before: ManifestEntry | undefined,
  inputs: Inputs,
  browser: string | undefined,
  made: ReadonlyMap<Format, string>,
): ManifestOutput[] {
  const printed = before && hasPdf(before) ? browser : undefined
  if (before?.inputs !== inputsHash({ ...inputs, browser: printed })) return []
  return before.outputs.filter(({ format }) => !made.has(format))
}

/** True where a browser has made one of the outputs. */
export function hasPdf({ outputs }: Pick<ManifestEntry, 'outputs'>): boolean {
  return outputs.some(({ format }) => format === 'pdf')
}
