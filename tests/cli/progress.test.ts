import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { ProcessLike } from '../../src/cli.ts'
import { showProgress } from '../../src/commands/progress.ts'
import { type Progress, progressBar, progressLine } from '../../src/commands/progress-line.ts'
import { shellOf, type Voice } from '../../src/commands/shell.ts'
import { prettySlowest } from '../../src/report/pretty.ts'
import { draft, makeProject } from '../support/project.ts'

const START = 1_800_000_000_000

const at = (progress: Partial<Progress>): Progress => ({
  done: 0,
  total: 1000,
  failed: 0,
  worked: progress.done ?? 0,
  startedAt: START,
  ...progress,
})

test.each([
  [{}, 0, '0 of 1000'],
  [{ done: 1 }, 5, '1 of 1000'],
  [{ done: 20 }, 0.5, '20 of 1000'],
  [{ done: 100 }, 10, '100 of 1000, 10.0 a second, 1 min 30 s left'],
  [{ done: 400, failed: 3 }, 10, '400 of 1000, 3 failed, 40.0 a second, 15 s left'],
  [{ done: 600, worked: 0 }, 2, '600 of 1000'],
  [{ done: 700, worked: 100 }, 10, '700 of 1000, 10.0 a second, 30 s left'],
  [{ done: 10, total: 50_000 }, 10, '10 of 50000, 1.0 a second, 13 h 53 min left'],
] as const)('%j after %d s is "%s"', (progress, seconds, line) => {
  expect(progressLine(at(progress), START + seconds * 1000)).toBe(line)
})

test.each([
  [200, '[############------------------] 400 of 1000, 3 failed, 40.0 a second, 15 s left'],
  [79, '[###########-----------------] 400 of 1000, 3 failed, 40.0 a second, 15 s left'],
  [59, '[###-----] 400 of 1000, 3 failed, 40.0 a second, 15 s left'],
  [58, '400 of 1000, 3 failed, 40.0 a second, 15 s left'],
  [47, '400 of 1000, 3 failed, 40.0 a second'],
  [30, '400 of 1000, 3 failed'],
  [20, '400 of 1000'],
  [10, '400/1000'],
  [4, '400'],
  [0, ''],
])('on %d columns the bar is "%s"', (columns, line) => {
  const bar = progressBar(at({ done: 400, failed: 3 }), START + 10_000, columns)
  expect(bar).toBe(line)
  expect(bar.length).toBeLessThan(Math.max(1, columns))
})

/** A terminal or none, whose clock the test turns by hand. */
function stage({ isTTY = true, env = {}, voice = {} }: { isTTY?: boolean; env?: object; voice?: Voice }) {
  let written = ''
  const stream = () => {
    const through = new PassThrough({ encoding: 'utf8' })
    through.on('data', (text: string) => {
      written += text
    })
    return through
  }
  const stderr = Object.assign(stream(), { isTTY, columns: 60 })
  const shell = shellOf({ env, stdout: stream(), stderr } as unknown as ProcessLike)
  shell.speak(voice)
  let now = START
  let interval = 0
  let tick = () => {}
  const progress = showProgress(shell, {
    now: () => now,
    every(milliseconds, call) {
      interval = milliseconds
      tick = call
      return () => {
        tick = () => {}
      }
    },
  })
  return {
    shell,
    progress,
    /** Lets time pass to the next tick; answers what was written. */
    pass() {
      now += interval
      tick()
      return taken()
    },
    taken,
    interval: () => interval,
  }

  function taken(): string {
    const text = written
    written = ''
    return text
  }
}

const ERASE = '\r\x1b[K'

test('the bar is drawn at most ten times a second, and only where it has changed', () => {
  const { progress, pass, taken, interval } = stage({})
  expect(interval()).toBe(100)
  for (let i = 0; i < 50; i++) progress.count('unchanged', 100)
  expect(taken()).toBe('')
  expect(pass()).toBe('\r[###############---------------] 50 of 100\x1b[K')
  expect(pass()).toBe('')
  progress.end()
  expect(taken()).toBe(ERASE)
  expect(pass()).toBe('')
})

test('whatever is printed takes the place of the bar, which comes back below it', () => {
  const { shell, progress, pass, taken } = stage({})
  progress.count('failed', 2)
  const bar = pass()
  expect(bar).toContain('1 of 2, 1 failed')
  shell.tell('a finding')
  expect(taken()).toBe(`${ERASE}a finding\n`)
  expect(pass()).toBe(bar)
  shell.out('out/a.html\n')
  expect(taken()).toBe(`${ERASE}out/a.html\n`)
  shell.out('out/a.pdf\n')
  expect(taken()).toBe('out/a.pdf\n')
})

test.each([
  ['without a terminal', { isTTY: false }],
  ['on a dumb terminal', { env: { TERM: 'dumb' } }],
])('%s there is a line every ten seconds, without control characters', (_, where) => {
  const { progress, pass, interval } = stage(where)
  expect(interval()).toBe(10_000)
  for (let i = 0; i < 20; i++) progress.count('built', 100)
  expect(pass()).toBe('20 of 100, 2.0 a second, 40 s left\n')
  progress.count('failed', 100)
  expect(pass()).toBe('21 of 100, 1 failed, 1.1 a second, 1 min 16 s left\n')
})

test.each([
  ['on a terminal', { isTTY: true }],
  ['without one', { isTTY: false }],
])('--quiet, a single draft and a run that is done show nothing %s', (_, where) => {
  const quiet = stage({ ...where, voice: { quiet: true } })
  quiet.progress.count('built', 3)
  expect(quiet.pass()).toBe('')
  const { progress, pass } = stage(where)
  expect(pass()).toBe('')
  progress.count('built', 1)
  expect(pass()).toBe('')
})

test('the slowest three are named in their order', () => {
  const took = [120, 3456, 45, 789].map((milliseconds, i) => ({ draft: `${i}.md`, milliseconds }))
  expect(prettySlowest(took)).toBe('slowest: 1.md 3.46 s, 3.md 0.79 s, 0.md 0.12 s')
})

const drafts = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`d/${i}.md`, draft()]))

test('on a terminal the real command erases its bar before every path and at the end', async () => {
  const project = makeProject(drafts)
  const { stdout, exitCode } = await project.shell(
    `export -f release; script -qec 'stty cols 70; release build d -o out -f pdf --jobs 1' /dev/null < /dev/null`,
    { env: { TERM: 'xterm', NO_COLOR: '1' } },
  )
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/\r\[#*-+\] \d+ of 20[^\n]*\x1b\[K/)
  // Every line that stays begins where the bar, if there was one, was erased.
  for (const line of stdout.split('\r\n')) {
    const left = line.split('\x1b[K').at(-1) ?? ''
    expect(left).toMatch(/^(?:\r?out\/\d+\.pdf|20 built in \d+\.\d s|)$/)
    expect(line).not.toContain('\x1b[3')
  }
  expect(stdout).toMatch(/20 built in \d+\.\d s\r\n$/)
})

test('into a pipe, and on a dumb terminal, nothing of a bar is written', async () => {
  const project = makeProject(drafts)
  const piped = await project.release(['build', 'd', '-o', 'out', '-f', 'text', '--verbose'])
  expect(piped.stderr).not.toMatch(/[\r\x1b]/)
  expect(piped.stderr).toMatch(/\n20 built in \d+\.\d s\nslowest: d\/\d+\.md \d\.\d\d s, d\/\d+.*\n$/)
  const dumb = await project.shell(
    `export -f release; script -qec 'release build d -o new -f text' /dev/null < /dev/null`,
    { env: { TERM: 'dumb' } },
  )
  expect(dumb.stdout).not.toContain('\x1b')
})
