// Builds a batch once for every call of the file system that it makes, with a fault in that call; then again
// without. Prints as JSON how many calls were tried, and what was wrong.
//   node --import ./faulty-fs.js fault-driver.js <folder> <code> [lasting]
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, ReleaseError } from '../../dist/index.js'
import { faults } from './faulty-fs.js'

const [folder, code, lasting, only] = process.argv.slice(2)
const text = (name, words) => `---\nheadline: ${name}\ndate: 2027-02-26\n---\n${words}\n`
const FAULTS = fileURLToPath(new URL('faulty-fs.js', import.meta.url))

/** A project whose outputs are of yesterday: of three drafts one has changed, and one is new. */
function makeBatch(path, isNew) {
  mkdirSync(join(path, 'drafts/deep'), { recursive: true })
  writeFileSync(
    join(path, 'drafts/a.md'),
    text('A', isNew ? 'Ruritania greets its neighbours.' : 'Of yesterday.'),
  )
  writeFileSync(join(path, 'drafts/b.md'), text('B', 'Ruritania thanks.'))
  if (isNew) writeFileSync(join(path, 'drafts/deep/c.md'), text('C', 'Ruritania waits.'))
}

async function run(path) {
  const notices = []
  const options = {
    cwd: path,
    drafts: ['drafts'],
    output: join(path, 'out'),
    formats: ['html', 'text'],
    env: {},
    now: new Date('2027-02-26T12:00Z'),
    // Few at a time: the n-th call is nearly always the same one.
    jobs: 1,
    lockTimeout: 0,
    notice: (notice, level) => level === 'warning' && notices.push(notice),
  }
  try {
    const { report, exitCode } = await build(options)
    const findings = report.releases.flatMap((release) => release.findings)
    return {
      exitCode,
      said: [...notices, ...findings.map(({ rule, message, path: of }) => `${rule} ${of} ${message}`)],
    }
  } catch (error) {
    if (error instanceof ReleaseError)
      return { exitCode: error.exitCode, said: [...notices, `${error.rule} ${error.message}`] }
    return { exitCode: 1, said: [...notices, `defect thrown: ${error.stack}`] }
  }
}

function treeOf(path) {
  if (!existsSync(path)) return {}
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isDirectory(),
  )
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [file.slice(path.length + 1), readFileSync(file, 'latin1')]
    }),
  )
}

/** By how many calls of the file system two runs of the same batch may differ. */
const FEW = 6
const LEFT = /\.tmp$|\.release\.lock|\.release\.journal/
const STATE = '.release.state.json'

if (only !== undefined) {
  // The process that dies.
  faults.root = folder
  faults.at = Number(only)
  faults.code = code
  await run(folder)
  process.exit(0)
}

const base = join(folder, 'base')
makeBatch(base, false)
await run(base)
const old = treeOf(join(base, 'out'))
const batch = (name) => {
  const path = join(folder, name)
  cpSync(base, path, { recursive: true, preserveTimestamps: true })
  makeBatch(path, true)
  return path
}
const whole = batch('whole')
faults.root = whole
await run(whole)
faults.root = undefined
const calls = faults.calls
const wanted = treeOf(join(whole, 'out'))
const wrong = []
let tried = 0

/** True for a call in which a fault of this kind makes a difference that is to be judged. */
function isWorthIt(call) {
  // The lock of a living process: only its end tells that it is not at work any more.
  if (code !== 'SIGKILL' && /^(?:rm|lstat)Sync .*release\.lock$/.test(call)) return false
  // A process can die anywhere, but only what writes makes a difference.
  if (code === 'SIGKILL') return /^(?:open w|write|mkdir|sync|rename|rm)/.test(call)
  if (lasting === 'lasting') return /^(?:open w|write|mkdir|sync)/.test(call)
  if (code === 'EACCES') return /^(?:open|mkdir|rename|rm)/.test(call)
  if (code === 'EMFILE') return /^(?:open|readFile|readdir)/.test(call)
  return true
}

for (const [i, expected] of calls.entries()) {
  if (!isWorthIt(expected)) continue
  tried += 1
  const path = batch(`n${i + 1}`)
  let call = expected
  const say = (message) => wrong.push(`${code} in call ${i + 1}, ${call}: ${message}`)
  let first = { exitCode: undefined, said: [] }
  if (code === 'SIGKILL') {
    const args = ['--import', FAULTS, fileURLToPath(import.meta.url), path, code, '', String(i + 1)]
    const { signal, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    // Two files make their folder at once: a run may have a few calls fewer, and be over before.
    const isOver = status === 0 && i >= calls.length - FEW
    if (signal !== 'SIGKILL' && !isOver) say(`not killed: ${stderr}`)
  } else {
    Object.assign(faults, { root: path, at: i + 1, code, lasting: lasting === 'lasting', calls: [] })
    first = await run(path)
    Object.assign(faults, { root: undefined, at: 0 })
    // Two files are flushed at once: which comes first is not the same every time.
    call = faults.calls[i] ?? expected
    if (!isWorthIt(call)) continue
  }
  const told = first.said.join('; ')
  const between = treeOf(join(path, 'out'))
  const outputs = Object.keys(wanted).filter((name) => /\.(?:html|txt)$/.test(name))
  const manifest = between['release.manifest.json']
  if (manifest !== undefined && JSON.parse(manifest).version !== 1) say('the manifest is no manifest')
  for (const name of outputs) {
    const bytes = between[name]
    if (bytes !== undefined && bytes !== old[name] && bytes !== wanted[name]) say(`${name} is torn`)
    if (bytes === undefined && old[name] !== undefined) say(`${name} is lost`)
    if (first.exitCode === 0 && bytes !== wanted[name] && !/manifest/.test(told))
      say(`${name} is not built, and exit code 0`)
  }
  if (/defect|undefined/.test(told)) say(told)
  if (first.exitCode > 0 && !told.includes(path.slice(0, 20)) && !/\.md/.test(told))
    say(`names no path: ${told}`)
  if (lasting === 'lasting' && first.exitCode !== 3 && first.exitCode !== 0)
    say(`exit code ${first.exitCode}: ${told}`)
  if (code === 'EMFILE' && first.exitCode === 1) say(`exit code 1: ${told}`)
  const isRemoval = /^rm/.test(call)
  if (code !== 'SIGKILL' && !isRemoval) {
    const left = Object.keys(between).filter((name) => /\.tmp$|\.release\.lock/.test(name))
    if (left.length > 0) say(`left ${left}`)
  }
  // A lock without a name is waited for: its writer may be alive.
  const lock = join(path, 'out/.release.lock')
  if (code === 'SIGKILL' && /^write .*lock$/.test(call)) utimesSync(lock, 0, 0)
  const again = await run(path)
  if (again.exitCode !== 0 || again.said.length > 0)
    say(`the next run ends with ${again.exitCode}: ${again.said}`)
  const end = treeOf(join(path, 'out'))
  for (const name of new Set([...Object.keys(end), ...Object.keys(wanted)]))
    if (name !== STATE && end[name] !== wanted[name])
      say(`after the next run ${name} is ${LEFT.test(name) ? 'left' : 'another'}`)
  rmSync(path, { recursive: true, force: true })
}
process.stdout.write(JSON.stringify({ tried, wrong }))
