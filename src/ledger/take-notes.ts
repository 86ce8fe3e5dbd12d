import type { OutputStamp } from '../file-stamp.ts'
import { keyOf, mergeEntries } from '../manifest/merge-entries.ts'
import type { ManifestEntry } from '../manifest/schema.ts'
import type { Kept } from './ledger-store.ts'

/** What earlier runs have built, those that were killed too. */
export interface BuiltBefore {
  /** Of the manifest, with those of the notes over them. */
  readonly entries: readonly ManifestEntry[]
  /** Of outputs, by their path in the entries. */
  readonly stamps: ReadonlyMap<string, OutputStamp>
  /** The browser that printed last. */
  readonly browser: string | undefined
}

/** Puts the notes of runs that did not come to their end over the manifest. */
export function takeNotes({ manifest, state, notes }: Kept): BuiltBefore {
  const stamps = new Map<string, OutputStamp>(Object.entries(state.outputs))
  let entries: readonly ManifestEntry[] = manifest?.entries ?? []
  let browser = manifest?.browser ?? undefined
  // Of two notes the later one holds; together, for a merge takes a look at every entry.
  const latest = new Map(notes.map(({ entry }) => [keyOf(entry), entry]))
  for (const note of notes) {
    for (const [path, stamp] of Object.entries(note.stamps)) stamps.set(path, stamp)
    browser = note.browser ?? browser
  }
  if (latest.size > 0) entries = mergeEntries(entries, [...latest.values()])
  return { entries, stamps, browser }
}
