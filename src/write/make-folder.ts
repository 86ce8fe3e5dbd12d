import { lstat, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it; answers those that were not there, the inner ones first. Node's own
 * recursive mkdir never ends where the system answers ENOENT although the folder above is there, as it does
 * below /proc: hence the one `more` try, for a folder above that somebody else has made in the meantime.
 */
export async function makeFolder(folder: string, more = 1): Promise<string[]> {
  try {
    await mkdir(folder)
    return [folder]
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      const status = await stat(folder).catch(() => undefined)
      if (status?.isDirectory()) return []
      // Another run has taken it away just now, unless it is a link to nothing.
      if (!status && !(await lstat(folder).catch(() => undefined))) return makeFolder(folder)
    }
    if (code !== 'ENOENT') throw error
    if (await lstat(dirname(folder)).catch(() => undefined)) {
      if (more > 0) return makeFolder(folder, more - 1)
      throw error
    }
    const above = await makeFolder(dirname(folder))
    return [...(await makeFolder(folder)), ...above]
  }
}
