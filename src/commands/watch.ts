import type { BuildOptions } from '../build-options.ts'
import { usageError } from '../finding.ts'
import { keepBuilding } from '../watch/keep-building.ts'
import { clock, rebuildLine } from '../watch/rebuild-line.ts'
import type { BuildFlags } from './build-flags.ts'
import { untilInterrupted } from './interruption.ts'
import { showProgress } from './progress.ts'
import type { Shell } from './shell.ts'
import { tellReleases } from './tell-releases.ts'

/** `release build --watch`: builds until it is interrupted; its exit code is the interruption's. */
export async function runWatch(options: BuildOptions, flags: BuildFlags, shell: Shell): Promise<void> {
  refuseOthers(flags)
  let progress = showProgress(shell)
  let tell = tellReleases(flags, shell)
  await untilInterrupted(shell, (signal) =>
    keepBuilding(
      { ...options, signal },
      {
        onStart() {
          progress.end()
          progress = showProgress(shell)
          // What is still wrong after a rebuild is said again.
          tell = tellReleases(flags, shell)
        },
        onRelease(isNews, release, _, all) {
          if (isNews) tell(release)
          progress.count(release.result.status, all)
        },
        onRebuild: (rebuild) => shell.tell(rebuildLine(rebuild, new Date())),
        onError(error) {
          shell.printError(error)
          shell.tell(`${clock(new Date())} nothing was built; the next change tries again`)
        },
        onWatching: () => shell.tell('watching for changes; Ctrl-C ends it'),
      },
    ),
  ).finally(() => progress.end())
}

/** A watch has no end at which a report or a document could be handed over. */
function refuseOthers({ output, json, dryRun }: BuildFlags): void {
  const refused = (other: string, hint: string) => usageError(`--watch does not go with ${other}`, hint)
  if (output === '-') throw refused('-o -', 'write to files: leave out -o, or name a folder')
  if (json) throw refused('--json', 'leave it out; the paths that are written go to standard output')
  if (dryRun) throw refused('--dry-run', 'leave out one of them')
}
