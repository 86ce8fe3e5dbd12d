import { prettyRelease } from '../report/pretty.ts'
import type { ReleaseResult } from '../report/report-schema.ts'

/** What a rebuild came to. */
export interface Rebuild {
  /** All of it, unchanged ones too. */
  readonly releases: readonly (Pick<ReleaseResult, 'draft' | 'year' | 'status'> & {
    /** Why it was built. */
    readonly why?: string | undefined
  })[]
  /** Those whose draft is there no more. */
  readonly gone: readonly Pick<ReleaseResult, 'draft' | 'year'>[]
  /** Wall time. */
  readonly seconds: number
}

/**
 * One line on a rebuild: `12:03:07 built flood.md in 0.2 s (the draft has changed)`, of several
 * `12:03:09 2 failed, 1 built in 0.3 s`. `at` is shown in the zone of the machine.
 */
export function rebuildLine({ releases, gone, seconds }: Rebuild, at: Date): string {
  const took = `in ${seconds.toFixed(1)} s`
  const built = releases.filter(({ status }) => status === 'built')
  const failed = releases.filter(({ status }) => status === 'failed')
  const whys = new Set(built.map(({ why }) => why))
  const why = whys.size === 1 ? [...whys][0] : undefined
  const reason = why === undefined ? '' : ` (${why})`
  const all = [
    ...failed.map((one) => ['failed', prettyRelease(one), ''] as const),
    ...built.map((one) => ['built', prettyRelease(one), reason] as const),
    ...gone.map((one) => ['dropped', prettyRelease(one), ' (the draft is gone)'] as const),
  ]
  const [only] = all
  if (!only) return `${clock(at)} nothing to build`
  if (all.length === 1) return `${clock(at)} ${only[0]} ${only[1]} ${took}${only[2]}`
  const counts = [
    failed.length > 0 ? `${failed.length} failed` : '',
    built.length > 0 ? `${built.length} built` : '',
    gone.length > 0 ? `${gone.length} dropped` : '',
  ].filter((part) => part !== '')
  return `${clock(at)} ${counts.join(', ')} ${took}${reason}`
}

/** The time of day that a line begins with: `12:03:07`, in the zone of the machine. */
export function clock(at: Date): string {
  return at.toTimeString().slice(0, 8)
}
