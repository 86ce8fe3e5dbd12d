import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Reads a file of a letterhead as text. Throws as `readFile` does, and for what is no regular file: opening
 * never waits on a pipe.
 */
export async function readText(path: string): Promise<string> {
  // Windows knows no O_NONBLOCK, nor pipes among files.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await handle.stat()).isFile())
      throw Object.assign(new Error('not a regular file'), { code: 'EISDIR' })
    return await handle.readFile('utf8')
  } finally {
    await handle.close()
  }
}
