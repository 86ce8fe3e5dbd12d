import { readDraft } from '../../src/draft/read-draft.ts'
import { composeRelease } from '../../src/release/compose-release.ts'
import { letterheadOf } from './letterheads.ts'

const LIMITS = { draftBytes: 400_000, imageBytes: 1_000_000, imagePixels: 1_000_000 }

/** The moment of all test releases: the morning of 1 February 2027. */
export const NOW = new Date('2027-02-01T09:00:00Z')

/** Reads a draft and composes its release on a letterhead of these files; findings of both together. */
export async function releaseOf(
  text: string,
  {
    files = {},
    now = NOW,
    timezone,
    year,
  }: { files?: Record<string, string>; now?: Date; timezone?: string; year?: number } = {},
) {
  const source = { path: 'draft.md', file: undefined, folder: '/nowhere', projectFolder: '/nowhere' }
  const read = await readDraft(source, LIMITS, async () => Buffer.from(text))
  if (!read.draft) throw new Error(`no draft: ${read.findings[0]?.message}`)
  const composed = await composeRelease(read.draft, await letterheadOf(files), { now, timezone, year })
  const findings = [...read.findings, ...composed.findings]
  return { release: composed.release, draft: read.draft, findings, skipped: composed.skipped }
}
