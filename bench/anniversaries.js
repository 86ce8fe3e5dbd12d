// How long the arithmetic and the words of an anniversary take: 40 drafts × 38 years, and beside it the whole
// command for the same batch (HTML and text), per release. `npm run bench:anniversaries`.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [DRAFTS, FROM, TO] = [40, 1993, 2030]
const folder = mkdtempSync(join(tmpdir(), 'release-bench-'))
try {
  await build({
    stdin: {
      contents: `export { findLanguage } from './src/language/find-language.ts'
        export { readEvent } from './src/release/occasion-date.ts'
        export { anniversaryOf } from './src/release/occasion.ts'`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'words.mjs'),
  })
  const { findLanguage, readEvent, anniversaryOf } = await import(pathToFileURL(join(folder, 'words.mjs')))
  const tags = ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh']
  const times = []
  for (let draft = 0; draft < DRAFTS; draft++) {
    for (let year = FROM; year <= TO; year++) {
      const start = performance.now()
      const event = readEvent({ date: '1992-02-26' })
      const anniversary = anniversaryOf(event.event ?? event, { year })
      const years = year - 1992
      const { language } = findLanguage(tags[draft % tags.length])
      language.fullDate({ year, month: 2, day: 26 })
      for (const word of ['ordinal', 'ordinalInWords', 'cardinalInWords', 'yearsAgo'])
        language.anniversary[word](years)
      if (!anniversary) throw new Error('no anniversary')
      times.push(performance.now() - start)
    }
  }
  times.sort((a, b) => a - b)
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length
  const at = (share) => times[Math.floor(times.length * share)]
  console.log(`${times.length} releases: arithmetic and words ${(mean * 1000).toFixed(0)} µs on average`)
  console.log(
    `median ${(at(0.5) * 1000).toFixed(0)} µs, 99 % under ${(at(0.99) * 1000).toFixed(0)} µs (at most 1000)`,
  )

  const example = readFileSync('examples/anniversaries/strelsau-flood/strelsau-flood-en.md', 'utf8')
  mkdirSync(join(folder, 'drafts'))
  const dated = example.replace(/^(\s+date:) \S+$/m, '$1 1992-02-26')
  for (let i = 0; i < DRAFTS; i++) writeFileSync(join(folder, 'drafts', `draft-${i}.md`), dated)
  const args = [
    'bin/release.js',
    'build',
    join(folder, 'drafts'),
    '-f',
    'html,text',
    '-o',
    join(folder, 'out'),
  ]
  const start = performance.now()
  execFileSync(
    process.execPath,
    [...args, '--years', `${FROM}..${TO}`, '--config', 'examples/release.config.yaml', '-q'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const seconds = (performance.now() - start) / 1000
  console.log(
    `the command: ${seconds.toFixed(1)} s, ${((seconds * 1000) / times.length).toFixed(1)} ms a release, HTML and text`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
