import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const BLOCK = 512

/**
 * Writes the files of a tar archive into a folder, for archives that we ship: plain files and folders with
 * short names (ustar). Throws for any other kind of entry and for a name that could leave the folder.
 */
export async function unpackTar(archive: Buffer, folder: string): Promise<void> {
  for (let at = 0; at < archive.length && archive[at] !== 0; ) {
    const name = field(archive, at, 0, 100)
    const type = field(archive, at, 156, 1)
    const size = Number.parseInt(field(archive, at, 124, 12), 8)
    if (!/^(?:[\w.-]+\/?)+$/.test(name) || name.includes('..'))
      throw new Error(`unexpected name "${name}" in an archive`)
    if (type !== '0' && type !== '5') throw new Error(`unexpected entry of type "${type}" in an archive`)
    at += BLOCK
    if (type === '0') {
      await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o755 })
      await writeFile(join(folder, name), archive.subarray(at, at + size), { mode: 0o644 })
      at += Math.ceil(size / BLOCK) * BLOCK
    }
  }
}

function field(archive: Buffer, header: number, from: number, length: number): string {
  return archive
    .toString('latin1', header + from, header + from + length)
    .replace(/\0[\s\S]*$/, '')
    .trim()
}
