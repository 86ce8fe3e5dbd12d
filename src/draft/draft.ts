import type { Root } from 'mdast'
import type { Stamp } from '../file-stamp.ts'
import type { Finding, LocalFinding, Place } from '../finding.ts'
import type { Image } from '../images/read-images.ts'
import type { Path } from '../yaml/read-yaml.ts'
import type { DraftFields } from './fields.ts'

/** One Markdown file with front matter, read and checked; findings may say that it cannot be built. */
export interface Draft {
  /** Path as reports show it: relative to the working folder, with `/`; `stdin` for standard input. */
  readonly path: string
  /** The file as text: UTF-8, LF, no byte order mark. */
  readonly source: string
  /** Hex digest of the file's bytes. */
  readonly sha256: string
  /** Of the file before it was read: another one may lie there by now. None for standard input. */
  readonly stamp?: Stamp | undefined
  readonly fields: DraftFields
  /** The body as mdast; its positions point into `source`. */
  readonly tree: Root
  /** The body's images by the address as written. */
  readonly images: ReadonlyMap<string, Image>
  /** Where a field's value stands. */
  placeOf(path: Path): Place
  /** Where a field's text has its n-th to m-th brace, counted from 0. */
  placeOfBraces(path: Path, first: number, last: number): Place
  /** Keys whose values were refused: what depends on them has been told of already. */
  readonly refused: readonly string[]
}

/** Gives findings of a pure stage the path of the draft they speak of. */
export function inDraft(path: string, findings: readonly LocalFinding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, path }))
}
