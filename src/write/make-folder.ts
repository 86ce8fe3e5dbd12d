import { lstat, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends where the system answers ENOENT
 * although the folder above is there, as it does below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isMade(folder)) return
  const above = dirname(folder)
  if (!(await lstat(above).catch(() => undefined))) await makeFolder(above)
  // Somebody else may have made the one above between the two looks; once more, then, but not for ever.
  if (!(await isMade(folder))) await mkdir(folder)
}

/** Makes one folder; false where the one above it is missing. */
async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return false
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return true
    throw error
  }
}
