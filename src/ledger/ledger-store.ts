import { join } from 'node:path'
import { stampOf } from '../file-stamp.ts'
import { type ManifestShard, manifestName } from '../manifest/manifest-name.ts'
import { writeManifest } from '../manifest/merge-entries.ts'
import type { ReadManifest } from '../manifest/read-manifest.ts'
import type { LedgerNote, Manifest } from '../manifest/schema.ts'
import { journalName, openJournal, readJournal } from '../write/journal.ts'
import { type LockOptions, lockFolder } from '../write/lock-folder.ts'
import { readOwnFile } from '../write/own-file.ts'
import { writeOutput } from '../write/write-output.ts'
import {
  digestOf,
  emptyState,
  type KnownFiles,
  readState,
  STATE_NAME,
  type State,
  writeState,
} from './state.ts'

/** What is kept between runs. */
export interface Kept {
  readonly manifest: Manifest | undefined
  readonly state: State
  /** Notes of a run that did not come to its end. */
  readonly notes: readonly LedgerNote[]
}

/** Where a ledger is kept between runs. */
export interface LedgerStore {
  /** Absolute folder that the paths of entries are relative to. */
  readonly base: string
  /** True for one of several parts: its manifest is wanted even where nothing falls to it. */
  readonly isPart: boolean
  load(): Promise<Kept>
  /** Keeps a note at once, for the case that the run is killed. */
  note(note: LedgerNote): void
  /** Throws `write-failed`. */
  save(manifest: Manifest, known: KnownFiles): Promise<void>
  /** Lets others at it; nothing more may be kept. */
  release(): void
}

/**
 * The ledger of an output folder: its manifest, state and journal. Nobody else can be at work there until it
 * is released. Throws as `lockFolder` does.
 */
export async function openFolder(
  folder: string,
  shard: ManifestShard | undefined,
  options: LockOptions,
): Promise<LedgerStore> {
  const unlock = await lockFolder(folder, options)
  const journal = openJournal(join(folder, journalName(shard)))
  return {
    ...peekFolder(folder, shard, options),
    note: journal.add,
    async save(manifest, known) {
      const write = (name: string, text: string) => writeOutput(join(folder, name), Buffer.from(text), folder)
      // The proof first: whoever dies between the lines loses only what spares time.
      const text = writeManifest(manifest)
      await write(manifestName(shard), text)
      const manifestChanged = stampOf(join(folder, manifestName(shard)))?.[2] ?? 0
      await write(STATE_NAME, writeState({ ...known, manifest: digestOf(text), manifestChanged }))
      journal.remove()
    },
    release: unlock,
  }
}

/** The ledger of an output folder, only to look at: for `--dry-run`. */
export function peekFolder(
  folder: string,
  shard: ManifestShard | undefined,
  { notice }: Pick<LockOptions, 'notice'>,
): LedgerStore {
  const name = manifestName(shard)
  return {
    base: folder,
    isPart: shard !== undefined,
    async load() {
      const bytes = readManifestFile(join(folder, name))
      const state = readState(folder)
      // Our own writing need not be checked again.
      const isOwn =
        Buffer.isBuffer(bytes) &&
        stampOf(join(folder, name))?.[2] === state.manifestChanged &&
        digestOf(bytes) === state.manifest
      const read = isOwn
        ? { manifest: JSON.parse(String(bytes)) as Manifest }
        : Buffer.isBuffer(bytes)
          ? await check(bytes)
          : bytes
      if (read && 'reason' in read) notice(`"${name}" ${read.reason}: everything is built again`, 'warning')
      const manifest = read && 'manifest' in read ? read.manifest : undefined
      return { manifest, state, notes: await readNotes(join(folder, journalName(shard))) }
    },
    note() {},
    save: async () => {},
    release() {},
  }
}

/** The notes of a run that was killed; what was cut off, or is none of ours, is passed over. */
async function readNotes(file: string): Promise<LedgerNote[]> {
  const notes = readJournal(file)
  if (notes.length === 0) return []
  const { noteSchema } = await import('../manifest/schema.ts')
  return notes.flatMap((note) => {
    const read = noteSchema.safeParse(note)
    return read.success ? [read.data] : []
  })
}

async function check(bytes: Uint8Array): Promise<ReadManifest> {
  const { readManifest } = await import('../manifest/read-manifest.ts')
  return readManifest(bytes)
}

/** The bytes, or why there are none; a manifest that is not there is no matter. */
function readManifestFile(file: string): Buffer | { readonly reason: string } | undefined {
  try {
    return readOwnFile(file)
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? undefined : { reason: `cannot be read (${code})` }
  }
}

/** A ledger that lives as long as the process: `--watch` without an output folder. */
export function openMemory(base: string): LedgerStore {
  let kept: Kept = { manifest: undefined, state: emptyState(), notes: [] }
  return {
    base,
    isPart: false,
    load: async () => kept,
    note() {},
    async save(manifest, known) {
      kept = { manifest, state: { ...emptyState(), ...known }, notes: [] }
    },
    release() {},
  }
}
