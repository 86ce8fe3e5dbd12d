import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isSameStamp, type Stamp, stampOf, trustedStamp } from '../file-stamp.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import {
  hasSamePartials,
  type LetterheadSources,
  letterheadSources,
  locateSources,
} from '../letterhead/letterhead-sources.ts'
import type { LetterheadState } from './state.ts'

/** Stands for a file that is not there: it may come. */
const ABSENT: Stamp = [-1, 0, 0]

/** True where nothing of a letterhead has changed since it was described; reads no file. */
export function isAsDescribed(folder: string, state: LetterheadState): boolean {
  return (
    hasSamePartials(folder, state) &&
    locateSources(folder, state).every((file, i) => isSameStamp(present(file), state.stamps[i] ?? undefined))
  )
}

/**
 * Describes a letterhead that was loaded after `since` (milliseconds since 1970). What has changed in the
 * meantime gives a digest that no later run will find again.
 */
export async function describeLetterhead(letterhead: Letterhead, since: number): Promise<LetterheadState> {
  const sources = letterheadSources(letterhead)
  return {
    // In the order of the schema: what is read and written again keeps its bytes.
    ...(await digestSources(letterhead.folder, sources, since)),
    files: [...sources.files],
    packages: [...sources.packages],
  }
}

/** The digest of these sources as they are now, with what tells next time that they are the same. */
export async function digestSources(
  folder: string,
  sources: LetterheadSources,
  since: number,
): Promise<Pick<LetterheadState, 'digest' | 'stamps'>> {
  const hash = createHash('sha256')
  const names = [...sources.files, ...sources.packages]
  const located = locateSources(folder, sources)
  for (const [i, file] of located.entries()) {
    const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined)
    const [, , ctimeMs] = present(file)
    // What was changed in the millisecond of the beginning had been changed before anything was read.
    const changing = Math.floor(ctimeMs) > since
    hash.update(JSON.stringify([names[i], bytes?.length, ...(changing ? [ctimeMs] : [])]))
    if (bytes) hash.update(bytes)
  }
  return {
    digest: hash.digest('hex'),
    stamps: located.map((file) =>
      present(file) === ABSENT ? ABSENT : (trustedStamp(present(file), since) ?? null),
    ),
  }
}

function present(file: string | undefined): Stamp {
  return (file === undefined ? undefined : stampOf(file)) ?? ABSENT
}
