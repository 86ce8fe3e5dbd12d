import { closeSync, rmSync, writeSync } from 'node:fs'
import type { Shard } from '../manifest/manifest-name.ts'
import { openOwnFile, readOwnFile } from './own-file.ts'

/** Name of the file that keeps what a run has finished, until it has written its manifest; a shard has its own. */
export function journalName(shard?: Shard): string {
  return shard ? `.release.journal.${shard.index}-of-${shard.count}` : '.release.journal'
}

/** Notes of a run: one JSON value a line, readable after the run was killed. */
export interface Journal {
  /** Adds a note; never throws, since only the time of the next run depends on it. */
  add(note: unknown): void
  /** Closes it and removes the file; never throws. */
  remove(): void
}

/** Opens a journal for adding; the file is made with the first note. */
export function openJournal(file: string): Journal {
  let handle: number | undefined
  return {
    add(note) {
      try {
        handle ??= openOwnFile(file)
        // The line before may have been cut off.
        writeSync(handle, `\n${JSON.stringify(note)}\n`)
      } catch {
        // A full disk fails the outputs themselves, and that is told. What is no journal goes with the next `remove`.
      }
    },
    remove() {
      try {
        if (handle !== undefined) closeSync(handle)
        rmSync(file, { force: true })
      } catch {
        // What it says is still true: the next run reads it, and tries again.
      }
    },
  }
}

/** The notes of a run that did not come to its end; a line that was cut off is passed over. */
export function readJournal(file: string): unknown[] {
  let text: string
  try {
    text = readOwnFile(file).toString()
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}
