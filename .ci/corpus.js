// Builds 47 real announcements by others: each is built, or refused with a message that a person can act on.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const [corpus, output] = process.argv.slice(2)
/** As many as were built when this was written; fewer means that real drafts are refused that were not. */
const LEAST_BUILT = 23

mkdirSync(output, { recursive: true })
const run = spawnSync(
  process.execPath,
  ['bin/release.js', 'build', corpus, '-o', output, '--json', '--quiet'],
  {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  },
)
const problems = []
if (run.status !== 1)
  problems.push(`exit code ${run.status}, expected 1: some are refused, nothing else is wrong`)
const { releases, summary } = JSON.parse(run.stdout)
for (const { draft, status, findings, outputs } of releases) {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (status === 'failed') {
    if (errors.length === 0) problems.push(`${draft}: failed without an error`)
    for (const { rule, message, hint, line } of errors) {
      if (!rule || !message || !hint || line < 1)
        problems.push(`${draft}: an error without place or cure: ${message}`)
    }
    console.log(
      `refused ${draft.slice(draft.indexOf('corpus/') + 7)}: ${errors[0]?.line}: ${errors[0]?.message}`,
    )
  } else if (outputs.length !== 3) problems.push(`${draft}: ${outputs.length} outputs`)
  for (const { format, path } of outputs.filter((one) => one.format === 'pdf')) {
    const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
    if (check.status !== 0) problems.push(`${join(path)}: ${format}: ${check.stdout}${check.stderr}`)
  }
}
const built = summary.built + summary.unchanged
console.log(`${built} built, ${summary.failed} refused of ${releases.length}`)
if (built < LEAST_BUILT) problems.push(`${built} built, fewer than ${LEAST_BUILT}`)
if (run.stderr.includes('defect of release')) problems.push(run.stderr)
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
