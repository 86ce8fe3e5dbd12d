import type { OnRelease } from '../build.ts'
import type { Finding } from '../finding.ts'
import { harmlessPath } from '../report/harmless.ts'
import { prettyRelease } from '../report/pretty.ts'
import type { BuildFlags } from './build-flags.ts'
import type { Shell } from './shell.ts'

/** Tells of one release after the other: findings and details to stderr, written paths to stdout. */
export function tellReleases(flags: BuildFlags, shell: Shell): (release: Parameters<OnRelease>[0]) => void {
  const isNew = firstTime()
  return ({ result, written, why }) => {
    // A draft that is issued for many years is told of once.
    const told = result.findings.filter((finding) => isNew(finding) && (!flags.quiet || fails(finding)))
    shell.printFindings(told)
    const reason = result.reason === undefined ? '' : ` (${result.reason})`
    const because = why !== undefined && result.status === 'built' ? ` (${why})` : ''
    const line = `${result.status}${reason}${because}: ${prettyRelease(result)}`
    if (flags.dryRun) shell.tell(line)
    else shell.detail(line)
    if (flags.json || flags.output === '-') return
    for (const { path } of result.outputs) if (written.includes(path)) shell.out(`${harmlessPath(path)}\n`)
  }
}

/** Answers true for the first finding of those that say the same of the same place. */
function firstTime(): (finding: Finding) => boolean {
  const known = new Set<string>()
  return ({ rule, path, line, column, message }) => {
    const key = JSON.stringify([rule, path, line, column, message])
    return known.size < known.add(key).size
  }
}

function fails({ severity, blocking }: Finding): boolean {
  return severity === 'error' || blocking === true
}
