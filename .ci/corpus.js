// Builds 47 real announcements by others: each is built, or refused with a message that a person can act on. Those
// that hold another tool's {{…}} are built once more with `expressions: false`. What is built is verified.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const [corpus, output] = process.argv.slice(2)
/** As many as are built when those other expressions are plain text; fewer means that more is refused than was. */
const LEAST_BUILT = 29

const problems = []

/** Runs the tool and answers its JSON report. */
function release(args, cwd = process.cwd()) {
  const run = spawnSync(process.execPath, [resolve('bin/release.js'), ...args, '--json', '--quiet'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.stderr.includes('defect of release')) problems.push(run.stderr)
  if (run.status !== 0 && run.status !== 1) problems.push(`exit code ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout)
}

function judge({ draft, status, findings, outputs }) {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (status !== 'failed' && outputs.length !== 3) problems.push(`${draft}: ${outputs.length} outputs`)
  if (status === 'failed' && errors.length === 0) problems.push(`${draft}: failed without an error`)
  for (const { rule, message, hint, line } of errors) {
    if (!rule || !message || !hint || line < 1)
      problems.push(`${draft}: an error without place or cure: ${message}`)
  }
  for (const { path } of outputs.filter(({ format }) => format === 'pdf')) {
    const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
    if (check.status !== 0) problems.push(`${path}: ${check.stdout}${check.stderr}`)
  }
}

mkdirSync(output, { recursive: true })
const { releases } = release(['build', corpus, '-o', join(output, 'built')])
const isForeign = ({ findings }) => findings.some(({ rule }) => /^expression-/.test(rule))
const again = releases.filter(isForeign).map(({ draft }, i) => {
  // Its name may hold its date.
  const copy = join(output, 'drafts', String(i), basename(draft))
  mkdirSync(join(output, 'drafts', String(i)), { recursive: true })
  writeFileSync(copy, readFileSync(draft, 'utf8').replace(/^---.*\n/, '$&expressions: false\n'))
  return copy
})
const plain = release(['build', ...again, '-o', join(output, 'plain')]).releases

for (const one of [...releases, ...plain]) judge(one)
for (const { draft, status, findings } of [...releases.filter((one) => !isForeign(one)), ...plain]) {
  const error = findings.find(({ severity }) => severity === 'error')
  if (status === 'failed')
    console.log(`refused ${draft.replace(/.*\/(?=.*\/)/, '')}: ${error?.line}: ${error?.message}`)
}
const built = [...releases, ...plain].filter(({ status }) => status !== 'failed').length
console.log(`${built} built of ${releases.length}, ${plain.length} of them with other tools' braces as text`)
if (built < LEAST_BUILT) problems.push(`${built} built, fewer than ${LEAST_BUILT}`)

// Only characters that no embedded font has may be missing from a PDF, and of those the build has warned.
for (const folder of ['built', 'plain']) {
  // From the folder of the drafts, whose own words are no leftovers.
  const { problems: found, summary } = release(['verify', join(output, folder)], output)
  console.log(`${folder}: ${JSON.stringify(summary)}`)
  for (const { path, message, hint } of found.filter(({ severity }) => severity === 'error'))
    if (!/glyph-missing/.test(hint)) problems.push(`${path}: ${message}`)
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
