import { ImageRefusal } from './image-refusal.ts'
import { type ImageFolders, locateImage } from './locate-image.ts'

/**
 * The paths that lead to no file of the project folder, each with a hint to one of nearly the same name. Of
 * what lies outside nothing is said, nor of what the machine does not let see.
 */
export async function findMissing(
  paths: readonly string[],
  folders: ImageFolders,
): Promise<ReadonlyMap<string, string | undefined>> {
  const missing = new Map<string, string | undefined>()
  for (const path of paths) {
    try {
      await locateImage(path, folders)
    } catch (error) {
      if (!(error instanceof ImageRefusal) || !error.missing) continue
      missing.set(path, error.hint.startsWith('did you mean') ? error.hint : undefined)
    }
  }
  return missing
}
