import { createReadStream, createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { type UnpackOptions, unpackOnce } from './unpack-once.ts'
import { unpackTar } from './unpack-tar.ts'

/** The installed package that carries a browser and a font. */
export interface BrowserPackage {
  /** The folder of its compressed files. */
  readonly bin: string
  /** Its version, which begins with Chromium's major. */
  readonly version: string
}

/** Finds `@sparticuz/chromium`, an optional dependency; `undefined` where npm has left it out. */
export function findBrowserPackage(): BrowserPackage | undefined {
  try {
    // Its `exports` close the way to package.json and bin; both lie above the entry.
    let folder = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
    while (!readdirSync(folder).includes('bin')) folder = dirname(folder)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { bin: join(folder, 'bin'), version }
  } catch {
    return undefined
  }
}

/**
 * Unpacks the browser, the libraries it needs and its font; answers the folder of `chromium`, `lib`, `fonts`.
 */
export function unpackBrowser({ bin, version }: BrowserPackage, options: UnpackOptions): Promise<string> {
  return unpackOnce(`chromium-${version}`, options, async (folder) => {
    await Promise.all([
      pipeline(
        createReadStream(join(bin, 'chromium.br'), { highWaterMark: 1 << 20 }),
        createBrotliDecompress(),
        createWriteStream(join(folder, 'chromium'), { mode: 0o755 }),
      ),
      inflateTar(join(bin, 'al2023.tar.br'), folder),
      inflateTar(join(bin, 'fonts.tar.br'), folder),
    ])
  })
}

/** Unpacks the package's font alone, for browsers of the system; answers the folder that holds `fonts`. */
export function unpackFonts({ bin, version }: BrowserPackage, options: UnpackOptions): Promise<string> {
  return unpackOnce(`fonts-${version}`, options, (folder) => inflateTar(join(bin, 'fonts.tar.br'), folder))
}

async function inflateTar(from: string, folder: string): Promise<void> {
  await unpackTar(await promisify(brotliDecompress)(await readFile(from)), folder)
}
