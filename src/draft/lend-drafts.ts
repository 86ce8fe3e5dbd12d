import type { Desk } from '../desk.ts'
import type { DraftLimits, DraftSource, ReadDraft } from './read-draft.ts'

/** Drafts of a run: one that is issued for many years is read once. */
export interface LentDrafts {
  /** Reads a draft, or gives what was read; forgets it with its last job. */
  lend(source: DraftSource): Promise<ReadDraft>
  /** Counts a job that had no need of its draft. */
  pass(source: DraftSource): void
}

/** Lends the drafts of these jobs, each as often as it stands among them. */
export function lendDrafts(
  jobs: readonly { readonly source: DraftSource }[],
  options: { readonly limits: DraftLimits; readonly stdin: (() => Promise<Uint8Array>) | undefined },
  desk: Desk,
): LentDrafts {
  const left = new Map<DraftSource, number>()
  for (const { source } of jobs) left.set(source, (left.get(source) ?? 0) + 1)
  const reading = new Map<DraftSource, Promise<ReadDraft>>()
  // Jobs come in the order of the drafts: few are held at once.
  const pass = (source: DraftSource) => {
    const others = (left.get(source) ?? 1) - 1
    left.set(source, others)
    if (others <= 0) reading.delete(source)
  }
  const readNow = async (source: DraftSource) => {
    // Where nothing has changed, no draft is read.
    const { readDraft } = await import('./read-draft.ts')
    return desk(() => readDraft(source, options.limits, options.stdin))
  }
  return {
    lend(source) {
      const read = reading.get(source) ?? readNow(source)
      reading.set(source, read)
      pass(source)
      return read
    },
    pass,
  }
}
