import { join } from 'node:path'
import { loadConfig } from '../config.ts'
import { decodeDraft } from '../draft/decode-draft.ts'
import { findLetterhead } from '../letterhead/find-letterhead.ts'
import type { FoundRelease } from './find-releases.ts'
import { type OwnWords, ownWordsOf } from './leftovers.ts'
import { readInside } from './read-inside.ts'

/** Largest draft or letterhead.yaml that is looked at, bytes. */
const MAX_BYTES = 4_000_000

/**
 * What the release says itself, from its draft and its `letterhead.yaml`; `undefined` where the draft is not
 * at hand. A draft is looked at only inside the folder of the manifest or the working folder.
 */
export async function readOwnWords(release: FoundRelease, cwd: string): Promise<OwnWords | undefined> {
  for (const draft of release.drafts) {
    for (const root of release.root === undefined ? [undefined] : [release.root, cwd]) {
      const read = await readInside(draft, root, MAX_BYTES)
      if (!('bytes' in read)) continue
      const decoded = decodeDraft(read.bytes)
      if ('source' in decoded) return ownWordsOf(decoded.source, await readData(release.letterhead, cwd))
    }
  }
  return undefined
}

/** The `letterhead.yaml` of a letterhead that can be named; its templates are not what a release says. */
async function readData(name: string | undefined, cwd: string): Promise<string> {
  if (name === undefined || /[/\\]|^\./.test(name)) return ''
  try {
    const { letterheads } = await loadConfig({ cwd })
    const { folder } = await findLetterhead(name, letterheads, cwd)
    const read = await readInside(join(folder, 'letterhead.yaml'), folder, MAX_BYTES)
    return 'bytes' in read ? read.bytes.toString('utf8') : ''
  } catch {
    // Without it the boilerplate has no say: the leftover is told of, and a person decides.
    return ''
  }
}
