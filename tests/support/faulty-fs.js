// Loaded before the tool (`node --import`): counts its calls of the file system below one folder, and lets one
// of them fail, or the process die in it.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * What happens, and to which call: the `at`-th fails with `code`, or with code `SIGKILL` the process dies in
 * it. With `lasting` every later one that needs space fails too. `calls` lists those that were made.
 */
export const faults = { root: undefined, at: 0, code: undefined, lasting: false, calls: [] }

const MESSAGES = {
  EIO: 'i/o error',
  ENOSPC: 'no space left on device',
  EMFILE: 'too many open files',
  EACCES: 'permission denied',
}
/** Calls that need space on the disk. */
const NEEDS_SPACE = /^(?:open w|write|mkdir|sync)/

/** Answers the error that a call is to fail with, if any; `half` does half of a write first. */
function step(name, path, half = () => {}) {
  if (faults.root === undefined || typeof path !== 'string' || !path.startsWith(faults.root)) return undefined
  faults.calls.push(`${name} ${path.slice(faults.root.length)}`)
  const n = faults.calls.length
  const isMeant = n === faults.at || (faults.lasting && n > faults.at && NEEDS_SPACE.test(name))
  if (faults.at === 0 || !isMeant) return undefined
  half()
  if (faults.code === 'SIGKILL') process.kill(process.pid, 'SIGKILL')
  const { code } = faults
  return Object.assign(new Error(`${code}: ${MESSAGES[code]}, ${name} '${path}'`), {
    code,
    syscall: name,
    path,
  })
}

const writes = (flags) => typeof flags === 'string' && /[wa+]/.test(flags)
const nameOfOpen = (flags) => (writes(flags) ? 'open w' : 'open r')

const SIMPLE = ['readFile', 'lstat', 'stat', 'mkdir', 'rename', 'rm', 'realpath', 'readdir', 'rmdir']
for (const name of SIMPLE) {
  const original = fs.promises[name]
  fs.promises[name] = async (path, ...rest) => {
    const error = step(name, String(path))
    if (error) throw error
    return original(path, ...rest)
  }
  const sync = fs[`${name}Sync`]
  fs[`${name}Sync`] = Object.assign((path, ...rest) => {
    const error = step(`${name}Sync`, String(path))
    if (error) throw error
    return sync(path, ...rest)
  }, sync)
}

const pathOf = new Map()
const { openSync, writeSync } = fs
fs.openSync = (path, flags, ...rest) => {
  const error = step(nameOfOpen(flags), String(path))
  if (error) throw error
  const handle = openSync(path, flags, ...rest)
  pathOf.set(handle, String(path))
  return handle
}
fs.writeSync = (handle, text, ...rest) => {
  const error = step('write', pathOf.get(handle), () => writeSync(handle, text.slice(0, text.length / 2)))
  if (error) throw error
  return writeSync(handle, text, ...rest)
}

for (const name of ['fstatSync', 'readSync']) {
  const original = fs[name]
  fs[name] = (handle, ...rest) => {
    const error = step(name, pathOf.get(handle))
    if (error) throw error
    return original(handle, ...rest)
  }
}
const openLater = fs.open
fs.open = (path, flags, mode, done) => {
  const error = step(nameOfOpen(flags), String(path))
  if (error) return process.nextTick(done, error)
  openLater(path, flags, mode, (failure, handle) => {
    if (!failure) pathOf.set(handle, String(path))
    done(failure, handle)
  })
}
const { fsync } = fs
fs.fsync = (handle, done) => {
  const error = step('sync', pathOf.get(handle))
  if (error) process.nextTick(done, error)
  else fsync(handle, done)
}
const { native } = fs.realpathSync
fs.realpathSync.native = (path, ...rest) => {
  const error = step('realpathSync', String(path))
  if (error) throw error
  return native(path, ...rest)
}

const { open } = fs.promises
fs.promises.open = async (path, flags, ...rest) => {
  const error = step(nameOfOpen(flags), String(path))
  if (error) throw error
  const handle = await open(path, flags, ...rest)
  pathOf.set(handle, String(path))
  return handle
}
const probe = await open(process.execPath)
const proto = Object.getPrototypeOf(probe)
await probe.close()
for (const name of ['writeFile', 'sync', 'stat', 'read']) {
  const original = proto[name]
  proto[name] = async function (...args) {
    const half = () => name === 'writeFile' && fs.writeSync(this.fd, args[0].subarray(0, args[0].length / 2))
    const error = step(name === 'writeFile' ? 'write' : name, pathOf.get(this), half)
    if (error) throw error
    return original.apply(this, args)
  }
}
syncBuiltinESMExports()
