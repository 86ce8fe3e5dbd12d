// Measures how fast the tool is, beside what it cannot be faster than and beside others, as ratios within one run.
// npm run bench -- [measures…] [--rounds <n>] [--releases <n>] [--write]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumVersion, findChromium, findPrinter } from './chromium.js'
import { anniversaries } from './measures/anniversaries.js'
import { batch } from './measures/batch.js'
import { check } from './measures/check.js'
import { cold } from './measures/cold.js'
import { memory } from './measures/memory.js'
import { repeated } from './measures/repeated.js'
import { text } from './measures/text.js'
import { peerVersions } from './peers.js'
import { describeMachine, section, writeSection } from './results.js'

const MEASURES = { cold, batch, repeated, text, memory, anniversaries, check }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, releases: { type: 'string' }, write: { type: 'boolean' } },
})
const unknown = positionals.find((name) => !(name in MEASURES))
if (unknown) throw new Error(`"${unknown}" is no measure: ${Object.keys(MEASURES).join(', ')}`)
const names = positionals.length ? positionals : Object.keys(MEASURES)

const folder = mkdtempSync(join(tmpdir(), 'release-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const chromium = await findChromium(folder)
const versions = {
  chromium: await chromiumVersion(chromium),
  printer: findPrinter()?.version,
  peers: peerVersions(),
}
for (const name of names) {
  const command = ['npm run bench --', name, ...flags()].join(' ')
  const result = section(MEASURES[name], { ...(await measure(name, chromium)), command })
  console.log(result)
  if (values.write) writeSection(join(import.meta.dirname, 'RESULTS.md'), describeMachine(versions), result)
}

function flags() {
  return ['rounds', 'releases'].flatMap((flag) => (values[flag] ? [`--${flag}`, values[flag]] : []))
}

async function measure(name, chromium) {
  const definition = MEASURES[name]
  const rounds = Number(values.rounds ?? definition.rounds)
  const releases = definition.releases && Number(values.releases ?? definition.releases)
  const own = join(folder, name)
  mkdirSync(own)
  let folders = 0
  // Nothing is removed between the rounds: ext4 passes over each inode freed a short while ago to make a new one.
  const fresh = (inner) => {
    folders += 1
    const path = join(own, `${inner}-${folders}`)
    mkdirSync(path)
    return path
  }
  const { cases, ratios } = await definition.prepare({ folder: own, chromium, fresh, releases })
  const runs = Object.entries(cases)
  const figures = Object.fromEntries(
    runs.map(([label, work]) => [label, typeof work === 'string' ? work : []]),
  )
  for (let round = 0; round < rounds; round++) {
    for (const [label, work] of runs) if (Array.isArray(figures[label])) note(figures, label, await work())
    process.stderr.write(`${name}: round ${round + 1} of ${rounds}\n`)
  }
  rmSync(own, { recursive: true, force: true })
  return { figures, ratios, rounds, releases }
}

/** A case that has failed once is not run again. */
function note(figures, label, figure) {
  if (typeof figure === 'string') figures[label] = figure
  else figures[label].push(figure)
}
