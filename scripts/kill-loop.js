// Kills the tool, then its browser, at random moments of a batch with PDFs, and looks for what was lost:
//   node scripts/kill-loop.js [kills of each] [drafts]
// Prints figures as JSON; exit code 1 where anything was wrong. `tests/hostile/kill.test.ts` runs a small one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const [kills = 50, drafts = 300] = process.argv.slice(2).map(Number)
const BINARY = fileURLToPath(new URL('../bin/release.js', import.meta.url))
const JOBS = 2
/** Seconds until a browser that does not answer is given up. */
const TIMEOUT = 5
const BETWEEN_KILLS = [2000, 3000]

const folder = mkdtempSync(join(tmpdir(), 'release-kill-'))
const started = []
const wrong = []
const figures = {
  drafts,
  toolKills: 0,
  browserKills: {},
  browserRuns: 0,
  torn: 0,
  lost: 0,
  claimed: 0,
  most: 0,
}

/** Starts a build of the batch. */
function start(output, ...more) {
  const args = [BINARY, 'build', 'drafts', '-o', output, '--json', '--quiet', '--jobs', `${JOBS}`, ...more]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child.pid)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  return { child, ended }
}

async function run(output, ...more) {
  const { code, stdout, stderr } = await start(output, ...more).ended
  if (code !== 0) wrong.push(`exit code ${code}: ${stderr.slice(0, 2000)}`)
  return stdout === '' ? undefined : JSON.parse(stdout)
}

function treeOf(name) {
  const path = join(folder, name)
  if (!existsSync(path)) return new Map()
  return new Map(readdirSync(path).map((file) => [file, readFileSync(join(path, file))]))
}

const OUTPUT = /\.(?:html|pdf|txt)$/

/** Compares what is there with what is wanted; answers the drafts all of whose files are there. */
function look(wanted, when) {
  const present = treeOf('out')
  const complete = new Map()
  for (const [file, bytes] of wanted) {
    if (!OUTPUT.test(file)) continue
    const name = file.replace(OUTPUT, '')
    const is = present.get(file)
    if (is && !is.equals(bytes)) {
      figures.torn += 1
      wrong.push(`${file} is torn ${when}`)
    }
    complete.set(name, (complete.get(name) ?? true) && is !== undefined)
  }
  return new Set([...complete].filter(([, isThere]) => isThere).map(([name]) => name))
}

function expectWhole(wanted, when) {
  const present = treeOf('out')
  for (const name of new Set([...present.keys(), ...wanted.keys()])) {
    if (name === '.release.state.json' || present.get(name)?.equals(wanted.get(name) ?? '')) continue
    figures.lost += 1
    wrong.push(`${name} ${present.has(name) ? 'is another' : 'is lost'} ${when}`)
  }
}

/** Living processes: id, parent, group, state and command line. */
function processes() {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const [state, parent, group] = readFileSync(`/proc/${Number(name)}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return state === 'Z'
        ? []
        : [{ pid: Number(name), parent: Number(parent), group: Number(group), state, command }]
    } catch {
      return []
    }
  })
}

/** A process of the browser that a tool has started now, if there is one. */
function victim(tool, kind) {
  const all = processes()
  const leaders = all.filter(({ parent, pid, group }) => parent === tool && pid === group)
  const leader = leaders.at(-1)
  if (kind === 'browser') return leader?.pid
  return all.find(({ group, command }) => group === leader?.pid && command.includes('--type=renderer'))?.pid
}

async function killTool(wanted, whole) {
  let before = new Set()
  while (figures.toolKills < kills) {
    const { child, ended } = start('out')
    // As often at the start as in the middle; each run goes on where the last one was killed.
    const isDone = await Promise.race([
      ended,
      wait(Math.random() * Math.min(whole, 3000)).then(() => undefined),
    ])
    if (isDone) {
      if (isDone.code !== 0) wrong.push(`exit code ${isDone.code}: ${isDone.stderr.slice(0, 2000)}`)
      expectWhole(wanted, 'after a run that was not killed')
      rmSync(join(folder, 'out'), { recursive: true })
      before = new Set()
      continue
    }
    child.kill('SIGKILL')
    await ended
    figures.toolKills += 1
    const when = `after kill ${figures.toolKills} of the tool`
    const complete = look(wanted, when)
    for (const name of before) {
      if (complete.has(name)) continue
      figures.lost += 1
      wrong.push(`${name} is lost ${when}`)
    }
    before = complete
    const { releases } = await run('out', '--dry-run')
    const vouched = releases
      .filter(({ status }) => status === 'unchanged')
      .map(({ draft }) => draft.slice(7, -3))
    const unfounded = vouched.filter((name) => !complete.has(name))
    figures.claimed += unfounded.length
    if (unfounded.length > 0) wrong.push(`${unfounded} vouched for ${when}`)
    // What was being written may be whole without a note of it.
    const again = complete.size - vouched.length
    figures.most = Math.max(figures.most, again)
    if (again > JOBS) wrong.push(`${again} whole releases would be built again ${when}`)
  }
  const { summary } = await run('out')
  if (summary.built + summary.unchanged !== drafts) wrong.push(`the last run: ${JSON.stringify(summary)}`)
  expectWhole(wanted, 'after the last run')
}

const KINDS = ['browser SIGKILL', 'renderer SIGKILL', 'browser SIGSTOP', 'renderer SIGSTOP']

function isPrinting() {
  return (
    existsSync(join(folder, 'out')) && readdirSync(join(folder, 'out')).some((name) => name.endsWith('.pdf'))
  )
}

async function killBrowser(wanted, whole) {
  let count = 0
  while (count < kills) {
    rmSync(join(folder, 'out'), { recursive: true, force: true })
    figures.browserRuns += 1
    const { child, ended } = start('out', '--timeout', `${TIMEOUT}`)
    let isRunning = true
    const done = ended.then((result) => {
      isRunning = false
      return result
    })
    const [least, most] = BETWEEN_KILLS
    // Somewhere in the batch, however short it is.
    let pause = Math.random() * whole
    while (isRunning && count < kills) {
      await Promise.race([done, wait(pause)])
      if (!isRunning) break
      const [kind, signal] = (KINDS[count % KINDS.length] ?? '').split(' ')
      const pid = victim(child.pid, kind)
      pause = 20
      // While it starts, a browser that only stops is given up for the next one on this machine.
      if (pid === undefined || (signal === 'SIGSTOP' && !isPrinting())) continue
      process.kill(pid, signal)
      count += 1
      figures.browserKills[`${kind} ${signal}`] = (figures.browserKills[`${kind} ${signal}`] ?? 0) + 1
      // A draft has three tries: each kill may take one.
      pause = least + Math.random() * (most - least) + (signal === 'SIGSTOP' ? TIMEOUT * 1000 : 0)
    }
    const { code, stdout, stderr } = await done
    if (code !== 0)
      wrong.push(`exit code ${code} of a run whose browser was killed: ${stderr} ${failuresOf(stdout)}`)
    expectWhole(wanted, 'after a run whose browser was killed')
  }
}

function failuresOf(stdout) {
  const { releases = [] } = stdout === '' ? {} : JSON.parse(stdout)
  const failed = releases.filter(({ status }) => status === 'failed')
  return failed.map(({ draft, findings }) => `${draft}: ${findings.map(({ message }) => message)}`).join('; ')
}

async function expectNoOrphans() {
  const isOurs = ({ parent, command }) => started.includes(parent) || command.includes(folder)
  for (let tries = 0; tries < 100 && processes().some(isOurs); tries += 1) await wait(50)
  for (const { pid, command } of processes().filter(isOurs))
    wrong.push(`process ${pid} is left: ${command.slice(0, 80)}`)
  const ids = new Set(started.map(String))
  const left = readdirSync(tmpdir()).filter((name) =>
    ids.has(/^release-(?:browser|cache)-\d+-(\d+)-/.exec(name)?.[1] ?? ''),
  )
  for (const name of left) wrong.push(`the folder ${name} is left`)
}

mkdirSync(join(folder, 'drafts'))
for (let i = 0; i < drafts; i += 1) {
  const body = 'Ruritania thanks its neighbours for their help in the floods.\n\n'.repeat(1 + (i % 7))
  writeFileSync(
    join(folder, `drafts/d${i}.md`),
    `---\nheadline: Statement ${i}\ndate: 2027-02-26\n---\n${body}`,
  )
}
const begin = performance.now()
await run('whole')
const whole = performance.now() - begin
const wanted = treeOf('whole')
await killTool(wanted, whole)
await killBrowser(wanted, whole)
// A run after the last kill has swept what the killed ones left.
await run('out', '--force')
await expectNoOrphans()
rmSync(folder, { recursive: true, force: true })
const seconds = Math.round((performance.now() - begin) / 1000)
process.stdout.write(`${JSON.stringify({ ...figures, seconds, wrong }, undefined, 2)}\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
