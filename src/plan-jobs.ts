import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Config, displayPath } from './config.ts'
import { type FoundDraft, projectFolderOf } from './draft/find-drafts.ts'
import type { DraftSource } from './draft/read-draft.ts'
import { readSlug, SLUG_BYTES } from './draft/read-slug.ts'
import { ReleaseError } from './finding.ts'
import type { Format } from './formats.ts'
import { planOutputs } from './write/plan-outputs.ts'

/** One draft to build. */
export interface Job extends DraftSource {
  /** Absolute paths of its outputs; empty where the document goes to standard output. */
  readonly outputs: ReadonlyMap<Format, string>
  /** Folder that no output may leave, absolute. */
  readonly outputRoot: string
}

/**
 * Names every output before the first is written; reads nothing of the drafts but their slugs. Throws a
 * `ReleaseError` (exit code 2) for collisions, and where `-o -` is asked of more than one document.
 */
export async function planJobs(found: readonly FoundDraft[], config: Config): Promise<Job[]> {
  if (config.output === '-' && (found.length !== 1 || config.formats.length !== 1)) {
    const hint = 'for example: release build draft.md -f text -o -'
    const message = `-o - writes one format of one draft, not ${config.formats.length} of ${found.length}`
    throw new ReleaseError('usage', message, { hint, exitCode: 2 })
  }
  const planned = await inBatches(found, 16, async ({ file, subfolder }) => {
    const draftFolder = file === undefined ? config.cwd : dirname(file)
    const root = config.output === undefined || config.output === '-' ? draftFolder : config.output
    return {
      path: file === undefined ? 'stdin' : displayPath(file, config.cwd),
      file,
      draftFolder,
      root,
      folder: config.output === undefined ? draftFolder : join(root, subfolder),
      slug: file === undefined ? await slugOfInput(config) : await slugOf(file),
    }
  })
  const plan = config.output === '-' ? undefined : planOutputs(planned, config.formats)
  return planned.map((draft) => ({
    path: draft.path,
    file: draft.file,
    folder: draft.draftFolder,
    projectFolder: projectFolderOf(draft.draftFolder, config.configFolder),
    outputs: plan?.get(draft) ?? new Map<Format, string>(),
    outputRoot: draft.root,
  }))
}

async function slugOfInput({ stdin }: Config): Promise<string | undefined> {
  return readSlug((await stdin?.())?.subarray(0, SLUG_BYTES) ?? new Uint8Array())
}

/** A draft that cannot be read has no slug; the build says why it cannot. */
async function slugOf(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)) // a pipe must not stop us
    try {
      if (!(await handle.stat()).isFile()) return undefined
      const head = Buffer.alloc(SLUG_BYTES)
      const { bytesRead } = await handle.read(head, 0, SLUG_BYTES, 0)
      return readSlug(head.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return undefined
  }
}

async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (let i = 0; i < items.length; i += size)
    results.push(...(await Promise.all(items.slice(i, i + size).map(work))))
  return results
}
