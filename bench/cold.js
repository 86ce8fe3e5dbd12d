// How long one cold run takes, as ratios within this run: node itself, HTML and text, all three formats, and
// a system Chromium's own --print-to-pdf of the same HTML. Medians of interleaved rounds; `npm run bench`.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROUNDS = 15
const draft = 'examples/eder-decade/draft.md'
const folder = mkdtempSync(join(tmpdir(), 'release-bench-'))
const release = (...args) => [
  process.execPath,
  [
    'bin/release.js',
    'build',
    draft,
    '--letterhead',
    'examples/letterheads/ruritania',
    '-o',
    folder,
    '--quiet',
    ...args,
  ],
]
const chromium = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find((path) => {
  return spawnSync(path, ['--version']).status === 0
})
const html = join(folder, 'draft.html')
const print = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-pdf-header-footer',
]

const cases = {
  'node -e 0': [process.execPath, ['-e', '0']],
  'HTML and text': release('-f', 'html,text'),
  'HTML, PDF and text': release(),
  ...(chromium
    ? { 'system Chromium --print-to-pdf': [chromium, [...print, `--print-to-pdf=${folder}/x.pdf`, html]] }
    : {}),
}

try {
  execFileSync(...release(), { stdio: 'ignore' }) // unpacks the browser, warms the disk
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [command, args]] of Object.entries(cases)) {
      for (const file of readdirSync(folder)) if (file !== 'draft.html') rmSync(join(folder, file))
      const start = performance.now()
      execFileSync(command, args, { stdio: 'ignore' })
      times[name].push(performance.now() - start)
    }
  }
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
  const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
  for (const [name, ms] of Object.entries(medians))
    console.log(`${name.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms`)
  const ratio = (a, b, most) =>
    console.log(`${a} / ${b}: ${(medians[a] / medians[b]).toFixed(2)} (at most ${most})`)
  ratio('HTML and text', 'node -e 0', 5)
  if (chromium) ratio('HTML, PDF and text', 'system Chromium --print-to-pdf', 2)
  execFileSync(...release(), { stdio: 'ignore' })
  for (const file of readdirSync(folder))
    console.log(`${file.padEnd(32)} ${statSync(join(folder, file)).size} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
