import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Config } from './config.ts'
import { displayPath } from './display-path.ts'
import { type FoundDraft, projectFolderOf } from './draft/find-drafts.ts'
import { leadsOut } from './draft/leads-out.ts'
import type { DraftSource } from './draft/read-draft.ts'
import type { DraftHead } from './draft/read-slug.ts'
import { usageError } from './finding.ts'
import type { Format } from './formats.ts'
import type { Shard } from './manifest/manifest-name.ts'
import { outputName, planOutputs } from './write/plan-outputs.ts'

/** One release to build: a draft, for one year where it recurs. */
export interface Job {
  /** The draft; jobs of other years have the same. */
  readonly source: DraftSource
  /** Absolute paths of its outputs; empty where the document goes to standard output. */
  readonly outputs: ReadonlyMap<Format, string>
  /** Folder that no output may leave, absolute. */
  readonly outputRoot: string
  /** The year it is issued for. */
  readonly year: number | undefined
  /** The year that a draft without occasion was asked for. */
  readonly ignoredYear: number | undefined
}

/**
 * Names every output before the first is written; reads nothing of the drafts but their slugs and whether they
 * recur, and not even those where `knownHead` has them. A recurring draft gives a job for each year asked for,
 * in their order; with a shard, those of the other shards are left out after all are named. Throws a
 * `ReleaseError` (exit code 2) for collisions, and where `-o -` is asked of more than one document.
 */
export async function planJobs(
  found: readonly FoundDraft[],
  config: Config,
  knownHead: (file: string) => DraftHead | undefined = () => undefined,
): Promise<Job[]> {
  const perDraft = await inBatches(found, 16, async ({ file, subfolder }) => {
    const draftFolder = file === undefined ? config.cwd : dirname(file)
    const root = config.output === undefined || config.output === '-' ? draftFolder : config.output
    const projectFolder = projectFolderOf(draftFolder, config.configFolder)
    const head =
      file === undefined
        ? await headOfInput(config)
        : (knownHead(file) ?? (leadsOut(file, projectFolder) ? UNREADABLE : await headOf(file)))
    const source: DraftSource = {
      path: file === undefined ? 'stdin' : displayPath(file, config.cwd),
      file,
      folder: draftFolder,
      projectFolder,
    }
    const folder = config.output === undefined ? draftFolder : join(root, subfolder)
    const years = head.isRecurring && config.years.length > 0 ? config.years : [undefined]
    const ignoredYear = head.isRecurring ? undefined : config.years[0]
    return years.map((year) => {
      return { path: source.path, file, folder, root, slug: head.slug, source, year, ignoredYear }
    })
  })
  const planned = perDraft.flat()
  if (config.output === '-' && (planned.length !== 1 || config.formats.length !== 1)) {
    const hint = 'for example: release build draft.md -f text -o -'
    const message = `-o - writes one format of one draft, not ${config.formats.length} of ${planned.length}`
    throw usageError(message, hint)
  }
  const plan = config.output === '-' ? undefined : planOutputs(planned, config.formats)
  const { shard } = config
  const mine = shard ? planned.filter((draft) => inShard(draft, shard)) : planned
  return mine.map((draft) => ({
    source: draft.source,
    year: draft.year,
    ignoredYear: draft.ignoredYear,
    outputs: plan?.get(draft) ?? new Map<Format, string>(),
    outputRoot: draft.root,
  }))
}

/** By the name of the outputs below their folder: the same on every machine, whatever else is built. */
function inShard(
  draft: { readonly root: string; readonly folder: string } & Parameters<typeof outputName>[0],
  { index, count }: Shard,
): boolean {
  const path = relative(draft.root, join(draft.folder, outputName(draft))).replaceAll(sep, '/')
  const digest = createHash('sha256').update(path.normalize('NFC')).digest()
  return digest.readUInt32BE(0) % count === index - 1
}

async function headOfInput({ stdin }: Config): Promise<DraftHead> {
  const { readHead, SLUG_BYTES } = await import('./draft/read-slug.ts')
  return readHead((await stdin?.())?.subarray(0, SLUG_BYTES) ?? new Uint8Array())
}

const UNREADABLE: DraftHead = { slug: undefined, isRecurring: false }

/** A draft that cannot be read has no slug; the build says why it cannot. */
async function headOf(file: string): Promise<DraftHead> {
  // Not needed where the ledger knows all drafts.
  const { readHead, SLUG_BYTES } = await import('./draft/read-slug.ts')
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)) // a pipe must not stop us
    try {
      if (!(await handle.stat()).isFile()) return UNREADABLE
      // Not filled with zeros: most drafts are a fraction of it.
      const head = Buffer.allocUnsafeSlow(SLUG_BYTES)
      const { bytesRead } = await handle.read(head, 0, SLUG_BYTES, 0)
      return readHead(head.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return UNREADABLE
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
