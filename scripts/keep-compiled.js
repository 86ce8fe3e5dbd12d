import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILED, loadBundle, sealOf } from '../bin/load-bundle.js'

const SELF = fileURLToPath(import.meta.url)
const EXAMPLES = join(SELF, '../../examples')

/** Puts what Node compiles of the command beside it, for the next runs to start with. */
export function keepCompiled() {
  const folder = mkdtempSync(join(tmpdir(), 'release-compiled-'))
  try {
    cpSync(EXAMPLES, folder, { recursive: true })
    execFileSync(process.execPath, [SELF], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Run by itself: builds twice, so that V8 has compiled what a build needs, with and without something to do.
if (process.argv[1] === SELF) {
  const { exports, script, source } = loadBundle()
  for (const name of ['eder-decade', 'admission', 'eder-decade']) {
    const args = ['build', `${name}/draft.md`, '-f', 'html,text', '-o', `${name}/out`, '--quiet']
    const code = await exports.main([process.execPath, 'release', ...args], process)
    if (code !== 0) throw new Error(`the example ${name} was not built: exit code ${code}`)
  }
  const compiled = script.createCachedData()
  writeFileSync(COMPILED, Buffer.concat([sealOf(source, compiled), compiled]))
}
