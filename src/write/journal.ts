import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Name of the file that keeps what a run has finished, until it has written its manifest. */
export const JOURNAL_NAME = '.release.journal'

/** Notes of a run: one JSON value a line, readable after the run was killed. */
export interface Journal {
  /** Adds a note; never throws, since only the time of the next run depends on it. */
  add(note: unknown): void
  /** Closes it and removes the file. */
  remove(): void
}

/** Opens the journal of a folder for adding; the file is made with the first note. */
export function openJournal(folder: string): Journal {
  const file = join(folder, JOURNAL_NAME)
  let handle: number | undefined
  return {
    add(note) {
      try {
        handle ??= openSync(file, 'a')
        writeSync(handle, `${JSON.stringify(note)}\n`)
      } catch {
        // A full disk fails the outputs themselves, and that is told.
      }
    },
    remove() {
      if (handle !== undefined) closeSync(handle)
      rmSync(file, { force: true })
    },
  }
}

/** The notes of a run that did not come to its end; a line that was cut off is passed over. */
export function readJournal(folder: string): unknown[] {
  let text: string
  try {
    text = readFileSync(join(folder, JOURNAL_NAME), 'utf8')
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
