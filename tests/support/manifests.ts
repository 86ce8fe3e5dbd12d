import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENDINGS, FORMATS } from '../../src/formats.ts'
import type { Manifest, ManifestEntry } from '../../src/manifest/schema.ts'

/** An entry that vouches for the files of a folder that have this name. */
export function entryOf(folder: string, name: string, draft = `../${name}.md`): ManifestEntry {
  const outputs = FORMATS.flatMap((format) => {
    const path = name + ENDINGS[format]
    try {
      const bytes = readFileSync(join(folder, path))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return [{ format, path, bytes: bytes.length, sha256 }]
    } catch {
      return []
    }
  })
  return {
    draft,
    letterhead: 'mission',
    embargoed: false,
    inputs: '0'.repeat(64),
    outputs,
    findings: [],
  }
}

/** A manifest of these entries, as a file. */
export function manifestOf(...entries: readonly ManifestEntry[]): string {
  const manifest: Manifest = { version: 1, tool: 'release 0.1.0', browser: null, entries: [...entries] }
  return JSON.stringify(manifest)
}
