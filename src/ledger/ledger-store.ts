import { join } from 'node:path'
import { stampOf } from '../file-stamp.ts'
import { manifestName, type Shard } from '../manifest/manifest-name.ts'
import { writeManifest } from '../manifest/merge-entries.ts'
import type { LedgerNote, Manifest } from '../manifest/schema.ts'
import { journalName, openJournal, readJournal } from '../write/journal.ts'
import { type LockOptions, lockFolder } from '../write/lock-folder.ts'
import { readOwnFile } from '../write/own-file.ts'
import { writeOutput } from '../write/write-output.ts'
import { digestOf } from './digest.ts'
import { emptyState, type KnownFiles, readState, STATE_NAME, type State, writeState } from './state.ts'

/** What is kept between runs. */
export interface Kept {
  /** Absent where there is none, or none that can be read. */
  readonly manifest: Manifest | undefined
  /** Of the files, for sparing time; may know nothing. */
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
  /** Reads what was kept; never throws for what is damaged. */
  load(): Promise<Kept>
  /** Keeps a note at once, for the case that the run is killed. */
  note(note: LedgerNote): void
  /** Throws `write-failed`. */
  save(manifest: Manifest, known: KnownFiles): Promise<void>
  /** Lets others at it; nothing more may be kept. */
  close(): void
}

/**
 * The ledger of an output folder: its manifest, state and journal. Nobody else can be at work there until it
 * is closed. Throws as `lockFolder` does.
 */
export async function openFolder(
  folder: string,
  shard: Shard | undefined,
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
    close: unlock,
  }
}

/** The ledger of an output folder, only to look at: for `--dry-run`. */
export function peekFolder(
  folder: string,
  shard: Shard | undefined,
  { notice }: Pick<LockOptions, 'notice'>,
): LedgerStore {
  const name = manifestName(shard)
  return {
    base: folder,
    isPart: shard !== undefined,
    async load() {
      const state = readState(folder)
      const read = await readKept(join(folder, name), state)
      if (read && 'reason' in read) notice(`"${name}" ${read.reason}: everything is built again`, 'warning')
      const manifest = read && 'manifest' in read ? read.manifest : undefined
      return { manifest, state, notes: await readNotes(join(folder, journalName(shard))) }
    },
    note() {},
    save: async () => {},
    close() {},
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

/** A manifest, or why it cannot be read; nothing where there is none. The state tells what we wrote last. */
async function readKept(
  file: string,
  { manifest, manifestChanged }: State,
): Promise<{ readonly manifest: Manifest } | { readonly reason: string } | undefined> {
  let bytes: Buffer
  try {
    bytes = readOwnFile(file)
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? undefined : { reason: `cannot be read (${code})` }
  }
  // Our own writing need not be checked again.
  const isOwn = stampOf(file)?.[2] === manifestChanged && digestOf(bytes) === manifest
  if (isOwn) return { manifest: JSON.parse(String(bytes)) as Manifest }
  const { readManifest } = await import('../manifest/read-manifest.ts')
  return readManifest(bytes)
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
    close() {},
  }
}
