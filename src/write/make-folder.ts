import { lstat, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends where the system answers ENOENT
 * although the folder above is there, as it does below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || (await lstat(dirname(folder)).catch(() => undefined))) throw error
    await makeFolder(dirname(folder))
    await makeFolder(folder)
  }
}
