import { addressesOf } from './check/addresses.ts'
import type { Surroundings } from './check/surroundings.ts'
import type { Draft } from './draft/draft.ts'
import { findMissing } from './images/find-missing.ts'
import type { ImageFolders } from './images/locate-image.ts'
import type { AskLinks } from './online/ask-links.ts'
import type { Composed } from './release/compose-release.ts'

/** Finds out what rules want to know beside the draft: which attachments are there, and with `ask` which links answer. */
export async function lookAround(
  draft: Draft,
  { issued }: Composed,
  folders: ImageFolders,
  ask: AskLinks | undefined,
): Promise<Surroundings> {
  const { tree, fields } = issued
  const files = (fields.attachments ?? []).flatMap(({ file }) => file ?? [])
  const nowhere = () => ({ start: 0, end: 0 })
  const addresses = ask ? addressesOf({ tree, fields, source: draft.source, spanOf: nowhere }) : []
  return {
    missingFiles: await findMissing(files, folders),
    answers: await ask?.(addresses.map(({ url }) => url)),
  }
}
