import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive, pidNamespace, startOf } from '../../src/process-life.ts'
import { LOCK_NAME, lockFolder } from '../../src/write/lock-folder.ts'
import { makeProject } from '../support/project.ts'

const ENDED = spawnSync(process.execPath, ['--version']).pid
const here = { host: hostname(), namespace: pidNamespace() }

function options(timeout = 0) {
  const notices: string[] = []
  return { timeout, notices, signal: undefined, notice: (text: string) => void notices.push(text) }
}

/** Makes the file of a lock older than any that is still being written. */
function age(file: string): void {
  const seconds = Date.now() / 1000 - 11
  utimesSync(file, seconds, seconds)
}

test('a lock names its holder, goes when it is released, and takes the folders it made with it', async () => {
  const { folder, files } = makeProject()
  const release = await lockFolder(join(folder, 'a/b/out'), options())
  expect(files()).toEqual([`a/b/out/${LOCK_NAME}`])
  expect(JSON.parse(readFileSync(join(folder, 'a/b/out', LOCK_NAME), 'utf8'))).toEqual({
    pid: process.pid,
    ...here,
    start: startOf(process.pid),
  })
  release()
  expect(existsSync(join(folder, 'a'))).toBe(false)
})

test('folders that were there stay, and so do those that hold something', async () => {
  const { folder } = makeProject()
  mkdirSync(join(folder, 'old'))
  ;(await lockFolder(join(folder, 'old'), options()))()
  const release = await lockFolder(join(folder, 'new/out'), options())
  mkdirSync(join(folder, 'new/other'))
  release()
  expect([existsSync(join(folder, 'old')), existsSync(join(folder, 'new/other'))]).toEqual([true, true])
  expect(existsSync(join(folder, 'new/out'))).toBe(false)
})

test('one waits for the other, is told whom, and takes its turn', async () => {
  const { folder } = makeProject()
  const out = join(folder, 'out')
  const first = await lockFolder(out, options())
  const waiting = options(60_000)
  const second = lockFolder(out, waiting)
  const third = lockFolder(out, options())
  await expect(third).rejects.toMatchObject({
    rule: 'write-failed',
    exitCode: 3,
    message: expect.stringContaining(
      `process ${process.pid} on ${hostname()} has been at work in it for 0 s`,
    ),
    hint: expect.stringContaining(LOCK_NAME),
  })
  expect(waiting.notices).toEqual([
    `waiting for process ${process.pid} on ${hostname()}, which is at work in "${out}"`,
  ])
  // It built nothing, and takes the folder away.
  first()
  ;(await second)()
  expect(existsSync(out)).toBe(false)
})

test('many at once: never two of them', async () => {
  const { folder } = makeProject()
  let inside = 0
  let most = 0
  const work = async () => {
    const release = await lockFolder(join(folder, 'out'), options(60_000))
    inside += 1
    most = Math.max(most, inside)
    await new Promise(setImmediate)
    inside -= 1
    release()
  }
  await Promise.all(Array.from({ length: 8 }, work))
  expect(most).toBe(1)
})

const holder = (facts: object) => JSON.stringify({ pid: process.pid, ...here, ...facts })

test.each<[string, string, 'taken over' | 'waited for']>([
  ['a holder that has ended', holder({ pid: ENDED }), 'taken over'],
  ['another process with the id of a holder that has ended', holder({ start: 'boot 1' }), 'taken over'],
  ['a living holder', holder({ start: startOf(process.pid) }), 'waited for'],
  ['a living holder without the time of its start', holder({}), 'waited for'],
  ['a holder of another machine', holder({ pid: ENDED, host: 'strelsau' }), 'waited for'],
  ['a holder of another container', holder({ pid: ENDED, namespace: '7' }), 'waited for'],
])('%s is %s', async (_, content, outcome) => {
  const { folder, read } = makeProject({ [LOCK_NAME]: content })
  const locking = lockFolder(folder, options())
  if (outcome === 'waited for') {
    await expect(locking).rejects.toMatchObject({ rule: 'write-failed', exitCode: 3 })
    expect(read(LOCK_NAME)).toBe(content)
    return
  }
  const release = await locking
  expect(JSON.parse(read(LOCK_NAME))).toMatchObject({ pid: process.pid, start: startOf(process.pid) })
  release()
  expect(existsSync(join(folder, LOCK_NAME))).toBe(false)
})

test.each(['', '{"pid": 1', '[]', 'null', '{"pid": "1", "host": "x"}'])(
  'a lock that says "%s" is being written, unless it is old: then its writer has died',
  async (content) => {
    const { folder } = makeProject({ [LOCK_NAME]: content })
    await expect(lockFolder(folder, options())).rejects.toThrow('another run has been at work')
    age(join(folder, LOCK_NAME))
    ;(await lockFolder(folder, options()))()
  },
)

test('a lock that cannot be read is waited for, however old it is', async () => {
  const { folder } = makeProject()
  mkdirSync(join(folder, LOCK_NAME))
  age(join(folder, LOCK_NAME))
  await expect(lockFolder(folder, options())).rejects.toMatchObject({ exitCode: 3 })
  rmSync(join(folder, LOCK_NAME), { recursive: true })
  symlinkSync('nowhere', join(folder, LOCK_NAME))
  await expect(lockFolder(folder, options())).rejects.toMatchObject({ exitCode: 3 })
})

test('of two that take over, one that has died on it holds up the next for a while only', async () => {
  const { folder, files } = makeProject({ [LOCK_NAME]: holder({ pid: ENDED }) })
  const guard = join(folder, `${LOCK_NAME}.takeover`)
  mkdirSync(guard)
  await expect(lockFolder(folder, options())).rejects.toMatchObject({ exitCode: 3 })
  age(guard)
  ;(await lockFolder(folder, options(5_000)))()
  expect(files()).toEqual([])
})

test('a holder that has ended, and whose parent has not noticed, is dead', async () => {
  // `exec` leaves the shell's child to a program that never asks for it.
  const parent = spawn('sh', ['-c', 'sh -c "echo \\$\\$; exec sleep 60" & exec sleep 60'])
  onTestFinished(() => void parent.kill('SIGKILL'))
  const [line] = await once(parent.stdout, 'data')
  const pid = Number(String(line))
  const start = startOf(pid)
  expect(isAlive(pid)).toBe(true)
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await new Promise(setImmediate)
  expect(() => process.kill(pid, 0)).not.toThrow()
  const { folder } = makeProject({ [LOCK_NAME]: holder({ pid, start }) })
  ;(await lockFolder(folder, options()))()
})

test('a pipe in its place, or a holder that is a group of processes, is not waited for without end', async () => {
  const { folder } = makeProject({ [LOCK_NAME]: JSON.stringify({ pid: -1, ...here }) })
  age(join(folder, LOCK_NAME))
  ;(await lockFolder(folder, options()))()
  spawnSync('mkfifo', [join(folder, LOCK_NAME)])
  await expect(lockFolder(folder, options())).rejects.toThrow('another run has been at work')
})

test('an abort ends the waiting', async () => {
  const { folder } = makeProject({ [LOCK_NAME]: holder({}) })
  const stop = new AbortController()
  const notice = () => stop.abort(new Error('enough'))
  await expect(lockFolder(folder, { timeout: 60_000, notice, signal: stop.signal })).rejects.toThrow('enough')
})

test('a folder that cannot be made is named', async () => {
  const { folder } = makeProject({ file: '' })
  await expect(lockFolder(join(folder, 'file/out'), options())).rejects.toMatchObject({
    rule: 'write-failed',
    exitCode: 3,
    message: expect.stringContaining('a part of the path is a file'),
  })
  for (const folder of ['/proc/none', '/proc/self'])
    await expect(lockFolder(folder, options(60_000))).rejects.toThrow('cannot write')
})
