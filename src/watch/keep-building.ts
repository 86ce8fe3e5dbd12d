import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildFrom, type OnRelease } from '../build.ts'
import type { BuildOptions } from '../build-options.ts'
import { type Config, loadConfig } from '../config.ts'
import { stampOf } from '../file-stamp.ts'
import { ReleaseError, usageError } from '../finding.ts'
import { openMemory } from '../ledger/ledger-store.ts'
import { keyOf } from '../manifest/merge-entries.ts'
import type { ReleaseResult } from '../report/report-schema.ts'
import { gatherChanges } from './gather-changes.ts'
import { keepPrinter } from './keep-printer.ts'
import { planWatch } from './plan-watch.ts'
import type { Rebuild } from './rebuild-line.ts'
import { usedImages } from './used-images.ts'
import { type FileWatch, watchFiles } from './watch-files.ts'
import { isSamePlan, type WatchPlan } from './watch-plan.ts'

/** Who is told of a watch. */
export interface WatchListener {
  /** Told when a build begins. */
  readonly onStart: () => void
  /** Told of each draft as `build` does; `isNews` is false for what need not be said again. */
  readonly onRelease: (isNews: boolean, ...told: Parameters<OnRelease>) => void
  /** Told of what a build came to, where it came to anything. */
  readonly onRebuild: (rebuild: Rebuild) => void
  /** Told of an error that kept everything from being built; the next change tries again. */
  readonly onError: (error: ReleaseError) => void
  /** Told once, when changes from now on will be noticed. */
  readonly onWatching: () => void
}

/** Why there is a build: as it is the first, since a file has changed, or in case one has in the meantime. */
type Cause = 'first' | 'change' | 'check'

/**
 * Builds, then builds again what depends on a file whenever one changes, until the signal aborts. Throws the
 * `ReleaseError` of a wrong command line; every later one is told, and does not end the watch.
 */
export async function keepBuilding(
  options: BuildOptions & { readonly signal: AbortSignal },
  listener: WatchListener,
): Promise<void> {
  const { signal } = options
  const cwd = resolve(options.cwd ?? process.cwd())
  const changes = gatherChanges(signal)
  const printer = keepPrinter()
  const images = usedImages()
  const memory = openMemory(cwd)
  const outputs = new Set<string>()
  /** What was found at a path when it had changed last. */
  const seen = new Map<string, string>()
  /** The releases of the last build. */
  let known = new Map<string, ReleaseResult>()
  let plan: WatchPlan = { drafts: [], letterheads: [], files: [] }
  let watch: FileWatch | undefined
  let lastError: string | undefined

  /** True for what is built or mended, and what fails, unless it does so as before and nobody has touched a file. */
  const isNew = (cause: Cause, result: ReleaseResult) => {
    const [before, fault] = [faultOf(known.get(keyOf(result))), faultOf(result)]
    return result.status === 'built' || before !== fault || (fault !== '' && cause === 'change')
  }

  /** Builds once; answers the configuration, if it can be read. */
  const rebuild = async (cause: Cause): Promise<Config | undefined> => {
    let config: Config | undefined
    const releases: (ReleaseResult & { readonly why: string | undefined })[] = []
    let hasNews = cause === 'first' || lastError !== undefined
    listener.onStart()
    try {
      config = await loadConfig(options)
      refuseInput(config)
      const standing = { printer: printer.lend(config), memory, onRead: images.onRead }
      const asked = cause === 'first' ? config : { ...config, force: false }
      const { report } = await buildFrom(
        asked,
        (release, done, all) => {
          const { result, why } = release
          releases.push({ ...result, why })
          for (const { path } of result.outputs) outputs.add(resolve(cwd, path))
          const isNews = cause === 'first' || isNew(cause, result)
          hasNews ||= isNews
          listener.onRelease(isNews, release, done, all)
        },
        standing,
      )
      if (signal.aborted) return config
      printer.judge(report.releases)
      lastError = undefined
      const { seconds } = report.summary
      const now = new Map(releases.map((release) => [keyOf(release), release]))
      const gone = [...known].filter(([key]) => !now.has(key)).map(([, release]) => release)
      known = now
      if (hasNews || gone.length > 0) listener.onRebuild({ releases, gone, seconds })
    } catch (error) {
      if (signal.aborted) return config
      if (!(error instanceof ReleaseError) || (cause === 'first' && error.rule === 'usage')) throw error
      const told = JSON.stringify([error.message, error.findings])
      if (cause !== 'check' || told !== lastError) listener.onError(error)
      lastError = told
    }
    return config
  }

  /** Watches what the last build has used; answers false where that is watched already. */
  const follow = async (config: Config | undefined): Promise<boolean> => {
    const used = config ? await images.list(config) : []
    const next = await planWatch(options, config, { images: used, before: plan })
    if (isSamePlan(next, plan)) return false
    let isTold = false
    const onError = ({ message }: Error) => {
      if (!isTold) options.notice?.(`cannot watch everything: ${message}`, 'warning')
      isTold = true
    }
    const before = watch
    watch = await watchFiles(next, { onChange: changes.add, onError })
    plan = next
    await before?.close()
    return true
  }

  try {
    for (let cause: Cause = 'first'; !signal.aborted; ) {
      const isFirst = cause === 'first'
      const config = await rebuild(cause)
      const during = new Set(changes.pending())
      const hasMoved: boolean = await follow(config)
      if (isFirst && !signal.aborted) listener.onWatching()
      // What has changed before it was watched is noticed by looking at it.
      cause = hasMoved ? 'check' : await nextChange(during)
    }
  } finally {
    const closed = Promise.all([watch?.close(), printer.close()])
    // Interrupted, the browser is killed already.
    if (!signal.aborted) await closed
  }

  /**
   * Waits for a change that is neither one of our own outputs nor known: events may come late, and twice. What
   * came `during` the build, it may have seen.
   */
  async function nextChange(during: ReadonlySet<string>): Promise<Cause> {
    for (;;) {
      const paths = await changes.next()
      const fresh = paths.filter((path) => !outputs.has(path) && seen.get(path) !== traitsOf(path))
      for (const path of fresh) seen.set(path, traitsOf(path))
      if (signal.aborted || fresh.length > 0)
        return fresh.every((path) => during.has(path)) ? 'check' : 'change'
    }
  }
}

/** Tells a file, or its absence, from what it was before. */
function traitsOf(path: string): string {
  return `${existsSync(path)} ${stampOf(path)}`
}

/** The same text where a draft fails as it did; `''` where it does not fail. */
function faultOf(release: ReleaseResult | undefined): string {
  return release?.status === 'failed' ? JSON.stringify(release.findings) : ''
}

function refuseInput({ drafts }: Config): void {
  if (!drafts.includes('-')) return
  const hint = 'save it as a file, and name that'
  throw usageError('standard input cannot be watched', hint)
}
