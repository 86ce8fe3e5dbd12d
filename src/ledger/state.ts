import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** Name of the file beside a manifest that spares the next run most of its reading; it may be deleted at any time. */
export const STATE_NAME = '.release.state.json'

const stamp = z.optional(z.readonly(z.tuple([z.number(), z.number(), z.number()])))

const draftState = z.object({
  /** Of the file; absent where it was too young to be trusted. */
  stamp,
  /** Hex digest of the file's bytes. */
  sha256: z.string(),
  /** The slug in its front matter. */
  slug: z.optional(z.string()),
  /** True where it has an occasion. */
  isRecurring: z.boolean(),
  /** The letterhead it names. */
  letterhead: z.optional(z.string()),
  /** End of its embargo, milliseconds since 1970. */
  embargo: z.optional(z.number()),
  /** Its images in the order of their addresses, as written; `file` is absolute. */
  images: z.array(z.object({ url: z.string(), file: z.string(), stamp, sha256: z.string() })),
})

const letterheadState = z.object({
  /** Hex digest of all that decides what it prints. */
  digest: z.string(),
  /** What was read of it, in the order of `letterheadSources`; `undefined` stands for what was not there. */
  stamps: z.array(stamp),
  /** As `LetterheadSources.files`. */
  files: z.array(z.string()),
  /** As `LetterheadSources.packages`. */
  packages: z.array(z.string()),
})

const stateSchema = z.object({
  version: z.literal(1),
  /** By absolute path. */
  drafts: z.record(z.string(), draftState),
  /** By absolute path of the folder. */
  letterheads: z.record(z.string(), letterheadState),
  /** Size and mtime of outputs, by their path in the manifest. */
  outputs: z.record(z.string(), z.readonly(z.tuple([z.number(), z.number()]))),
  /** Name of the browser that printed, by the build of the browser that stood first in the search for one. */
  browsers: z.record(z.string(), z.string()),
})

/** What is known of a draft that was read before. */
export type DraftState = z.output<typeof draftState>
/** What is known of a letterhead that was read before. */
export type LetterheadState = z.output<typeof letterheadState>
/** What the last run knew of files, so that this one need not read them. */
export type State = z.output<typeof stateSchema>

/** A state that knows nothing. */
export function emptyState(): State {
  return { version: 1, drafts: {}, letterheads: {}, outputs: {}, browsers: {} }
}

/** Reads the state of an output folder; a missing, damaged or foreign one knows nothing. */
export async function readState(folder: string): Promise<State> {
  try {
    const read = stateSchema.safeParse(JSON.parse(await readFile(join(folder, STATE_NAME), 'utf8')))
    return read.success ? read.data : emptyState()
  } catch {
    return emptyState()
  }
}
