import type { Standing } from '../build.ts'
import type { Config } from '../config.ts'
import { placeOfImage } from '../images/locate-image.ts'
import { emptyState, readState } from '../ledger/state.ts'
import { findImages } from '../markdown/find-images.ts'

/** Remembers which pictures drafts use. */
export interface UsedImages {
  /** To be told of every draft that is read. */
  readonly onRead: Standing['onRead']
  /** Absolute paths of all of them, there or not: also of drafts that an earlier run has read. */
  list(config: Config): Promise<string[]>
}

/** Listens to the reading of drafts. */
export function usedImages(): UsedImages {
  const byDraft = new Map<string, string[]>()
  return {
    onRead({ file, folder, projectFolder }, { draft }) {
      if (file === undefined || !draft) return
      const wanted = findImages(draft.tree).map(({ url }) =>
        placeOfImage(url, { draftFolder: folder, projectFolder }),
      )
      // By their names, and where links lead to.
      const found = [...draft.images.values()].map((image) => image.file)
      byDraft.set(file, [...wanted.filter((path) => path !== undefined), ...found])
    },
    async list({ output }) {
      const { drafts } = output === undefined ? emptyState() : readState(output)
      const before = Object.values(drafts).flatMap(({ images }) => images.map(({ file }) => file))
      return [...[...byDraft.values()].flat(), ...before]
    },
  }
}
