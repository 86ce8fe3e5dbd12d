import { build } from '../build.ts'
import { harmlessJson } from '../report/harmless.ts'
import { prettySlowest, prettySummary } from '../report/pretty.ts'
import { type BuildFlags, buildOptions } from './build-flags.ts'
import { untilInterrupted } from './interruption.ts'
import { showProgress } from './progress.ts'
import { readAll } from './read-all.ts'
import type { Shell } from './shell.ts'
import { tellReleases } from './tell-releases.ts'

/** `release build`: flags → options → build → report → exit code. */
export async function runBuild(drafts: readonly string[], flags: BuildFlags, shell: Shell): Promise<void> {
  shell.speak(flags)
  const options = buildOptions(drafts, flags, shell)
  if (flags.watch) return (await import('./watch.ts')).runWatch(options, flags, shell)
  const progress = showProgress(shell)
  const tell = tellReleases(flags, shell)
  const took: { draft: string; milliseconds: number }[] = []
  const built = await untilInterrupted(shell, (signal) => {
    const stdin = async (atMost: number) => {
      shell.detail('reading standard input')
      const bytes = await readAll(shell.process.stdin, atMost, signal)
      shell.remember('stdin', bytes)
      return bytes
    }
    return build({ ...options, stdin, signal }, (release, _, all) => {
      const { result, milliseconds } = release
      tell(release)
      progress.count(result.status, all)
      if (result.status !== 'unchanged') took.push({ draft: result.draft, milliseconds })
    })
  }).finally(progress.end)
  if (built === undefined) return
  if (flags.json) shell.out(`${harmlessJson(built.report)}\n`)
  else if (built.document) shell.out(built.document)
  shell.tell(prettySummary(built.report))
  if (took.length > 1) shell.detail(prettySlowest(took))
  shell.setExitCode(built.exitCode)
}
