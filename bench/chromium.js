// The one Chromium that everything here prints with: the one that the tool has chosen and unpacked. Only
// `--print-to-pdf` needs a Chromium of the machine.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.js'
import { browserModule } from './tool.js'

/** Its program and environment, with the same fonts as the tool gives it; `folder` keeps the file that says so. */
export async function findChromium(folder) {
  const { findBrowsers, fontconfigFile } = await browserModule()
  const [candidate] = findBrowsers({ env: process.env })
  if (!candidate) throw new Error('there is no Chromium; see `release doctor`')
  const { executable, libraries, fonts } = await candidate.prepare({ env: process.env, undo: new Set() })
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TZ: 'UTC' }
  if (libraries) env.LD_LIBRARY_PATH = libraries
  if (fonts) {
    env.FONTCONFIG_FILE = join(folder, 'fonts.conf')
    writeFileSync(env.FONTCONFIG_FILE, fontconfigFile(fonts, folder))
  }
  return { executable, env, source: candidate.source }
}

/**
 * A Chromium of the machine with the arguments to print one file by itself; `undefined` where there is none. The
 * embedded one cannot: its build never ends with `--print-to-pdf`.
 */
export function findPrinter() {
  const program = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(
    (path) => {
      return spawnSync(path, ['--version']).status === 0
    },
  )
  if (!program) return undefined
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const version = /[\d.]+/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout)?.[0]
  return {
    program,
    version,
    args: (html, pdf) => [...quiet, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, html],
  }
}

/** How a library is to start it; the sandbox is off, which is no slower. */
export function launchOptions({ executable, env }) {
  return { executablePath: executable, env, headless: 'shell', args: ['--no-sandbox', '--disable-gpu'] }
}

/** Its version, as it says it itself. */
export async function chromiumVersion({ executable, env }) {
  return /[\d.]+/.exec(await run(executable, ['--version'], { env }))?.[0]
}
