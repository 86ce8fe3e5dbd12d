import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'

/** The command in one CommonJS file, and what V8 has compiled of it. */
export const BUNDLE = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))
export const COMPILED = `${BUNDLE}.compiled`

/** What binds compiled code to its source, and tells a damaged file: V8 would run either. */
export function sealOf(source, compiled) {
  return createHash('sha256').update(source).update(compiled).digest()
}

/**
 * Loads the command, and with it what the build of the project has had compiled: another Node than that of the build
 * compiles anew. Node's own cache is not used: it lies at a name in the shared temporary folder that others can guess.
 */
export function loadBundle() {
  const source = readFileSync(BUNDLE, 'utf8')
  const script = new vm.Script(module.wrap(source), {
    filename: BUNDLE,
    cachedData: readCompiled(source),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const loaded = { exports: {} }
  const require = module.createRequire(BUNDLE)
  script.runInThisContext()(loaded.exports, require, loaded, BUNDLE, dirname(BUNDLE))
  return { exports: loaded.exports, script, source }
}

function readCompiled(source) {
  try {
    const bytes = readFileSync(COMPILED)
    const compiled = bytes.subarray(32)
    return sealOf(source, compiled).equals(bytes.subarray(0, 32)) ? compiled : undefined
  } catch {
    // The command runs without it, only later.
    return undefined
  }
}
