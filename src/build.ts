import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { type LentPrinter, lendPrinter } from './browser/lend-printer.ts'
import type { BuildOptions } from './build-options.ts'
import { type Built, buildRelease, failedRelease } from './build-release.ts'
import { type Config, loadConfig } from './config.ts'
import { openDesk } from './desk.ts'
import { displayPath } from './display-path.ts'
import { findDrafts } from './draft/find-drafts.ts'
import { type LentDrafts, lendDrafts } from './draft/lend-drafts.ts'
import type { DraftSource, ReadDraft } from './draft/read-draft.ts'
import type { DraftHead } from './draft/read-slug.ts'
import { isSameStamp, stampOf } from './file-stamp.ts'
import { ReleaseError } from './finding.ts'
import { freeMemory } from './free-memory.ts'
import { type Ledger, openLedger } from './ledger/ledger.ts'
import { type LedgerStore, openFolder, peekFolder } from './ledger/ledger-store.ts'
import { readState, type State } from './ledger/state.ts'
import { lendLetterheads } from './letterhead/lend-letterheads.ts'
import { manifestName } from './manifest/manifest-name.ts'
import { planJobs } from './plan-jobs.ts'
import type { BuildReport } from './report/report-schema.ts'
import { type BuildExitCode, findingsOf, summarize } from './report/summarize.ts'

/** What a build came to. */
export interface BuildResult {
  /** What became of each release. */
  readonly report: BuildReport
  /** 0 all well, 1 a draft failed, 2 its letterhead is faulty, 3 the machine failed. */
  readonly exitCode: BuildExitCode
  /** The document, where the output was `-`. */
  readonly document: Uint8Array | undefined
}

/** Told of each release, in the order of the drafts, as soon as it and all before it are done. */
export type OnRelease = (
  release: Pick<Built, 'result' | 'written' | 'why' | 'milliseconds'>,
  done: number,
  all: number,
) => void

/** What outlives one build where one follows the other: for `--watch`. */
export interface Standing {
  /** The browser; a build does not close it. */
  readonly printer: LentPrinter
  /** Remembers what was built where there is no output folder that does. */
  readonly memory: LedgerStore
  /** Told of every draft that is read. */
  readonly onRead: (source: DraftSource, read: ReadDraft) => void
}

/**
 * Builds releases: draft.md → Draft → Release → Document → file. One bad draft never stops the others;
 * results come in the order of the drafts. With an output folder, what its manifest vouches for is not built
 * again. Throws a `ReleaseError` (exit code 2) for wrong options, configuration or letterhead before anything is
 * written; a folder that cannot be written fails every release.
 */
export async function build(options: BuildOptions, onRelease?: OnRelease): Promise<BuildResult> {
  return buildFrom(await loadConfig(options), onRelease)
}

/** As `build`, of options that are put together already. */
export async function buildFrom(
  config: Config,
  onRelease?: OnRelease,
  standing?: Standing,
): Promise<BuildResult> {
  const started = performance.now()
  const since = Date.now()
  if (config.check?.rules) await refuseUnknownRules(config)
  const folder = config.output === '-' ? undefined : config.output
  const memory = config.output === undefined ? standing?.memory : undefined
  const isFirst = folder === undefined || !existsSync(join(folder, manifestName(config.shard)))
  const printer = standing?.printer ?? lendPrinter(config)
  // Where all is to be built, the browser starts while drafts are still being looked for and read.
  if (isFirst && !memory && config.formats.includes('pdf') && !config.dryRun) printer.start()
  let ledger: Ledger | undefined
  try {
    const found = await findDrafts(config.drafts, config.draftsFolder)
    const jobs = await planJobs(found, config, isFirst ? undefined : knownHeads(readState(folder)))
    const letterheads = lendLetterheads(config)
    let refusal: ReleaseError | undefined
    if (folder !== undefined || memory) ({ ledger, refusal } = await openLedgerOf(memory, config, since))
    await letterheads.checkDefault((letterhead) => ledger?.isAsItWas(letterhead) === true)
    const desk = openDesk()
    const drafts = heard(lendDrafts(jobs, config, desk), standing?.onRead)
    const workshop = { config, drafts, letterheads, desk, printer, ledger }
    // While pages print, the next releases are read, composed and rendered, and the last ones written.
    const limit = pLimit(3 * config.jobs)
    const running = jobs.map((job) =>
      refusal ? failedRelease(job, refusal) : limit(() => buildRelease(job, workshop)),
    )
    const built: Built[] = []
    let made = 0
    for (const release of running) {
      built.push(await release)
      if (built.at(-1)?.result.status === 'built' && ++made % BETWEEN_COLLECTIONS === 0) freeMemory()
      onRelease?.(built.at(-1) as Built, built.length, jobs.length)
    }
    const report = summarize(
      built.map(({ result }) => result),
      performance.now() - started,
    )
    const saved = await save(ledger, config)
    const exitCode = built.reduce<number>((worst, one) => Math.max(worst, one.exitCode), saved)
    return { report, exitCode: exitCode as BuildExitCode, document: built[0]?.document }
  } finally {
    ledger?.close()
    const closed = standing ? undefined : printer.close()
    // Interrupted, the browser is killed already; the report must not wait for its end.
    if (!config.signal?.aborted) await closed
  }
}

/** How many releases pass between two collections of garbage: after each V8 compiles some of its code again. */
const BETWEEN_COLLECTIONS = 500

/** Drafts whose reading somebody is told of. */
function heard(drafts: LentDrafts, onRead: Standing['onRead'] | undefined): LentDrafts {
  if (!onRead) return drafts
  return {
    ...drafts,
    async lend(source) {
      const read = await drafts.lend(source)
      onRead(source, read)
      return read
    },
  }
}

/** The rules are loaded only where a project sets their levels: most runs that change nothing need none. */
async function refuseUnknownRules({ check }: Config): Promise<void> {
  const [{ checkSettings }, { ALL_RULES }] = await Promise.all([
    import('./check/settings.ts'),
    import('./verify/all-rules.ts'),
  ])
  checkSettings(check, [], ALL_RULES)
}

/** What naming the outputs needs of drafts that are as they were. */
function knownHeads({ drafts }: State): (file: string) => DraftHead | undefined {
  return (file) => {
    const draft = drafts[file]
    if (!draft || !isSameStamp(stampOf(file), draft.stamp)) return undefined
    return { slug: draft.slug, isRecurring: draft.isRecurring }
  }
}

/** A folder that cannot be written fails every release of the run: that is answered, not thrown. */
async function openLedgerOf(
  memory: LedgerStore | undefined,
  config: Config,
  since: number,
): Promise<{ ledger?: Ledger; refusal?: ReleaseError }> {
  const { cwd, timezone, limits, check, strict, now, force } = config
  try {
    const store = memory ?? (await openOutput(config))
    const options = { cwd, timezone, limits: { ...limits }, check, strict, now, force, since }
    return { ledger: await openLedger(store, options) }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    // Told once, at the folder, and not at every draft.
    const findings = findingsOf(error, displayPath(config.output ?? cwd, cwd))
    const { rule, message, exitCode } = error
    return { refusal: new ReleaseError(rule, message, { exitCode, findings, cause: error }) }
  }
}

/** What the output folder keeps of earlier runs. */
async function openOutput({ output, cwd, shard, dryRun, notice, signal, lockTimeout }: Config) {
  const folder = output ?? cwd
  const options = { timeout: lockTimeout, notice, signal }
  return dryRun ? peekFolder(folder, shard, options) : openFolder(folder, shard, options)
}

/** A manifest that cannot be written does not undo the releases: they are told of, and so is this. */
async function save(ledger: Ledger | undefined, { notice }: Config): Promise<BuildExitCode> {
  try {
    await ledger?.save()
    return 0
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    notice(`${error.message}; ${error.hint}`, 'warning')
    return error.exitCode
  }
}
