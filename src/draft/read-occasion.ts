import type { Finding } from '../finding.ts'
import { decodeDraft } from './decode-draft.ts'
import { type Draft, inDraft } from './draft.ts'
import type { DraftFields } from './fields.ts'
import { fileDate } from './file-date.ts'
import { readFrontMatter } from './front-matter.ts'
import { type DraftLimits, type DraftSource, readDraftFile, tooLarge } from './read-draft.ts'
import { splitDraft } from './split-draft.ts'

/** The front matter of a recurring draft: all that a calendar needs of it. */
export interface RecurringDraft extends Pick<Draft, 'path' | 'fields' | 'placeOf'> {
  readonly occasion: NonNullable<DraftFields['occasion']>
}

/** What was found; no draft and no findings where it has no `occasion`. */
export interface ReadOccasion {
  readonly draft?: RecurringDraft
  /** Errors only: warnings are for `build` and `check`. */
  readonly findings: readonly Finding[]
}

/** A key of the first level, as front matter writes it. */
const OCCASION = /^(?:occasion|"occasion"|'occasion')[ \t]*:/m

/**
 * Reads a draft's front matter for its occasion; the body is left unread. A draft without one is passed over
 * whatever else is wrong with it, a file that is no draft is a finding. Never throws for a fault of the draft.
 */
export async function readOccasion(
  source: Pick<DraftSource, 'path' | 'file'>,
  limits: DraftLimits,
  stdin?: () => Promise<Uint8Array>,
): Promise<ReadOccasion> {
  const { path, file } = source
  const bytes = file === undefined ? await stdin?.() : readDraftFile(file, limits)
  if (bytes === undefined) return { findings: [] }
  if (!(bytes instanceof Uint8Array)) return { findings: inDraft(path, [bytes]) }
  if (bytes.length > limits.draftBytes) return { findings: inDraft(path, [tooLarge(limits)]) }
  const decoded = decodeDraft(bytes)
  if ('finding' in decoded) return { findings: inDraft(path, [decoded.finding]) }
  const split = splitDraft(decoded.source)
  if ('finding' in split) return { findings: inDraft(path, [split.finding]) }
  if (!OCCASION.test(split.yaml)) return { findings: [] }

  const { fields, placeOf, findings } = readFrontMatter(split.yaml, fileDate(path))
  const errors = inDraft(
    path,
    findings.filter(({ severity }) => severity === 'error'),
  )
  const { occasion } = fields
  if (occasion === undefined) return { findings: errors }
  return { draft: { path, fields, occasion, placeOf }, findings: errors }
}
