import type { Draft } from '../draft/draft.ts'
import type { DraftSource } from '../draft/read-draft.ts'
import { isSameStamp, stampOf, trustedStamp } from '../file-stamp.ts'
import { locateImage } from '../images/locate-image.ts'
import { parseEmbargo } from '../release/embargo.ts'
import type { DraftState } from './state.ts'

/**
 * What is to be known of a draft the next time, read after `since` (milliseconds since 1970); `timezone` is
 * that of an embargo without zone.
 */
export function describeDraft(
  draft: Draft,
  { since, timezone }: { readonly since: number; readonly timezone: string | undefined },
): DraftState {
  const { slug, occasion, letterhead, embargo } = draft.fields
  const parsed = embargo === undefined ? undefined : parseEmbargo(embargo, timezone)
  return {
    stamp: trustedStamp(draft.stamp, since),
    sha256: draft.sha256,
    slug,
    isRecurring: occasion !== undefined,
    letterhead,
    embargo: parsed?.ok ? parsed.embargo.instant : undefined,
    images: [...draft.images]
      .map(([url, image]) => ({
        url,
        file: image.file,
        stamp: trustedStamp(image.stamp, since),
        sha256: image.sha256,
      }))
      .sort((a, b) => (a.url < b.url ? -1 : 1)),
  }
}

/** True where a draft and its images are the files that were read then, and nothing needs to be read again. */
export async function isAsItWas(state: DraftState, source: DraftSource): Promise<boolean> {
  if (source.file === undefined || !isSameStamp(stampOf(source.file), state.stamp)) return false
  const folders = { draftFolder: source.folder, projectFolder: source.projectFolder }
  for (const { url, file, stamp } of state.images) {
    if (!isSameStamp(stampOf(file), stamp)) return false
    // The address may lead to another file by now.
    const found = await locateImage(url, folders).catch(() => undefined)
    if (found !== file) return false
  }
  return true
}
