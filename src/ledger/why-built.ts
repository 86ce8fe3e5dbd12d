import { displayPath } from '../display-path.ts'
import { ENDINGS, type Format } from '../formats.ts'
import type { ManifestEntry } from '../manifest/schema.ts'
import { TOOL } from '../version.ts'
import type { Inputs } from './inputs.ts'
import type { DraftState } from './state.ts'

/** What an earlier run has left word of, beside the entry, about what a release was made of. */
export interface InputsBefore {
  readonly draft: DraftState | undefined
  /** Digest of the letterhead that it would be made with now. */
  readonly letterhead: string | undefined
  /** The tool that wrote the manifest. */
  readonly tool: string | undefined
  /** The browser that printed; `undefined` where the entry has no PDF. */
  readonly browser: string | undefined
}

/** Why the outputs in an entry are not those asked for (absolute paths); `undefined` where they are. */
export function whyOtherOutputs(
  { outputs }: ManifestEntry,
  wanted: ReadonlyMap<Format, string>,
  base: string,
): string | undefined {
  for (const [format, file] of wanted) {
    const listed = outputs.find((output) => output.format === format)
    if (!listed) return `its ${ENDINGS[format]} has not been built yet`
    if (listed.path !== displayPath(file, base)) return 'its outputs get other names'
  }
  return undefined
}

/**
 * Which of the inputs is not what it was, where their hash says that one is; `letterhead` is the name that the
 * entry would have for it.
 */
export function whyOtherInputs(
  entry: ManifestEntry,
  before: InputsBefore,
  now: Inputs,
  letterhead: string,
): string {
  const images = before.draft?.images.map(({ sha256 }) => sha256)
  if (before.draft && before.draft.sha256 !== now.draft) return 'the draft has changed'
  if (images && String(images) !== String(now.images)) return 'an image has changed'
  if (entry.letterhead !== letterhead) return 'it has another letterhead'
  if ((before.letterhead ?? now.letterhead) !== now.letterhead) return 'the letterhead has changed'
  if (entry.embargoed !== now.embargoed)
    return entry.embargoed ? 'its embargo has passed' : 'its embargo has not passed yet'
  if ((before.tool ?? TOOL) !== TOOL) return 'the tool has changed'
  if (before.browser !== now.browser) return 'the browser has changed'
  return 'what it is made of has changed'
}
