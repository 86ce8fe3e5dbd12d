import { join } from 'node:path'
import type { OutputStamp, Stamp } from '../file-stamp.ts'
import { readOwnFile } from '../write/own-file.ts'
import { digestOf } from './digest.ts'
import { hasStateShape } from './state-shape.ts'

/** Name of the file beside a manifest that spares the next run most of its reading; it may be deleted at any time. */
export const STATE_NAME = '.release.state.json'

/** What is known of a draft that was read before. */
export interface DraftState {
  /** Of the file; absent where it was too young to be trusted. */
  readonly stamp?: Stamp | undefined
  /** Hex digest of the file's bytes. */
  readonly sha256: string
  /** The slug in its front matter. */
  readonly slug?: string | undefined
  /** True where it has an occasion. */
  readonly isRecurring: boolean
  /** The letterhead it names. */
  readonly letterhead?: string | undefined
  /** End of its embargo, milliseconds since 1970. */
  readonly embargo?: number | undefined
  /** Its images in the order of their addresses. */
  readonly images: readonly ImageState[]
}

/** What is known of an image of a draft. */
export interface ImageState {
  /** Its address as written. */
  readonly url: string
  /** Absolute path of the file it led to. */
  readonly file: string
  /** As `DraftState.stamp`. */
  readonly stamp?: Stamp | undefined
  /** Hex digest of the file's bytes. */
  readonly sha256: string
}

/** What is known of a letterhead that was read before. */
export interface LetterheadState {
  /** Hex digest of all that decides what it prints. */
  readonly digest: string
  /** Of its files, then packages; `null` where one was too young to be trusted. */
  readonly stamps: readonly (Stamp | null)[]
  /** As `LetterheadSources.files`. */
  readonly files: readonly string[]
  /** As `LetterheadSources.packages`. */
  readonly packages: readonly string[]
}

/** What the last run knew of files, so that this one need not read them. */
export interface State {
  /** Of this shape. */
  readonly version: 1
  /** Hex digest of the manifest it was written with. */
  readonly manifest: string
  /** When that was last changed (ctime), milliseconds since 1970: nobody who ships both files can know it. */
  readonly manifestChanged: number
  /** By absolute path. */
  readonly drafts: Readonly<Record<string, DraftState>>
  /** By absolute path of the folder. */
  readonly letterheads: Readonly<Record<string, LetterheadState>>
  /** Of outputs, by their path in the manifest. */
  readonly outputs: Readonly<Record<string, OutputStamp>>
  /** Name of the browser that printed, by the build of the browser that stood first in the search for one. */
  readonly browsers: Readonly<Record<string, string>>
}

/** What a run knows of files, before it has written the manifest. */
export type KnownFiles = Omit<State, 'manifest' | 'manifestChanged'>

/** A state that knows nothing. */
export function emptyState(): State {
  return {
    version: 1,
    manifest: '',
    manifestChanged: 0,
    drafts: {},
    letterheads: {},
    outputs: {},
    browsers: {},
  }
}

/** The state as it is written: behind a digest of itself. */
export function writeState(state: State): string {
  const text = JSON.stringify(state)
  return `{"digest":"${digestOf(text)}","state":${text}}\n`
}

/** Reads the state of an output folder; a missing, damaged, foreign or older one knows nothing. */
export function readState(folder: string): State {
  try {
    const text = readOwnFile(join(folder, STATE_NAME)).toString()
    const [, digest, state = ''] = /^\{"digest":"([0-9a-f]{64})","state":(.*)\}\n$/s.exec(text) ?? []
    if (digest === undefined || digestOf(state) !== digest) return emptyState()
    // The digest tells what is whole, not whose it is.
    const read: unknown = JSON.parse(state)
    return hasStateShape(read) ? read : emptyState()
  } catch {
    return emptyState()
  }
}
