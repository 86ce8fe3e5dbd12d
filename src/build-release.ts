import type { Config } from './config.ts'
import type { ReadDraft } from './draft/read-draft.ts'
import { machineFault, ReleaseError } from './finding.ts'
import { inFormatOrder } from './formats.ts'
import type { Job } from './plan-jobs.ts'
import type { ReleaseResult } from './report/report-schema.ts'
import { areBlocking, type BuildExitCode, findingsOf, inLineOrder, markBlocking } from './report/summarize.ts'
import { TOOL } from './version.ts'
import type { Work, Workshop } from './workshop.ts'

/** What became of one draft; an error keeps what was reached before it. */
export interface Built {
  /** As the report has it. */
  readonly result: ReleaseResult
  /** What it asks of the exit code of the run. */
  readonly exitCode: BuildExitCode
  /** Paths of the outputs whose bytes have changed. */
  readonly written: readonly string[]
  /** Why it was built, where an earlier run is known. */
  readonly why: string | undefined
  /** Wall time, milliseconds. */
  readonly milliseconds: number
  /** The document for standard output. */
  readonly document: Uint8Array | undefined
}

/**
 * Builds one release, unless the ledger vouches for it: draft → release → documents → files. Never rejects: a
 * defect of our own fails its draft, not the others.
 */
export async function buildRelease(job: Job, workshop: Workshop): Promise<Built> {
  const { config } = workshop
  const started = performance.now()
  const work: Work = { findings: [], outputs: [], written: [] }
  let exitCode: BuildExitCode = 0

  const end = (status: ReleaseResult['status'], reason?: string): Built => ({
    result: resultOf(job, {
      status,
      ...(reason === undefined ? {} : { reason }),
      outputs: inFormatOrder(work.outputs),
      findings: inLineOrder(markBlocking(work.findings, config.strict)),
    }),
    exitCode,
    written: work.written,
    why: work.why,
    milliseconds: performance.now() - started,
    document: work.document,
  })

  if (config.signal?.aborted) return end('skipped', 'interrupted')
  let isUnchanged = false
  try {
    isUnchanged = await compareOrMake(job, workshop, work)
  } catch (error) {
    const known = asReleaseError(error, config)
    work.findings.push(...findingsOf(known, job.source.path))
    exitCode = known.exitCode
  }
  if (areBlocking(markBlocking(work.findings, config.strict))) {
    exitCode = exitCode === 0 ? 1 : exitCode
    return end('failed')
  }
  if (isUnchanged) return end('unchanged')
  if (work.skipped !== undefined) return end('skipped', work.skipped)
  if (config.dryRun) return end('skipped', work.why === undefined ? 'dry run' : `dry run: ${work.why}`)
  return end(work.written.length > 0 || config.force ? 'built' : 'unchanged')
}

/** What becomes of a release that could not be begun. */
export function failedRelease(job: Job, error: ReleaseError): Built {
  return {
    result: resultOf(job, { status: 'failed', outputs: [], findings: findingsOf(error, job.source.path) }),
    exitCode: error.exitCode,
    written: [],
    why: undefined,
    milliseconds: 0,
    document: undefined,
  }
}

function resultOf({ source, year }: Job, became: Omit<ReleaseResult, 'draft' | 'year'>): ReleaseResult {
  return { draft: source.path, ...(year === undefined ? {} : { year }), ...became }
}

/** Answers true where nothing had to be made. */
async function compareOrMake(job: Job, workshop: Workshop, work: Work): Promise<boolean> {
  const { config, drafts, letterheads, printer, ledger } = workshop
  let reading: Promise<ReadDraft> | undefined
  const readDraft = () => {
    reading ??= drafts.lend(job.source)
    return reading
  }
  const compared = await ledger?.compare(job, {
    draft: async () => (await readDraft()).draft,
    findLetterhead: letterheads.find,
    loadLetterhead: letterheads.load,
    browser: printer.expected,
  })
  if (compared && 'built' in compared) {
    if (!reading) drafts.pass(job.source)
    work.findings.push(...compared.built.findings)
    work.outputs.push(...compared.built.outputs)
    return true
  }
  if (compared) work.why = compared.why
  if (job.outputs.has('pdf') && !config.dryRun) printer.start()
  // Loaded only where something is to be made.
  const { makeRelease } = await import('./make-release.ts')
  await makeRelease(job, workshop, work, await readDraft())
  return false
}

/** A defect of our own fails its draft, not the others; its stack goes to the log. */
function asReleaseError(error: unknown, { signal, notice }: Config): ReleaseError {
  if (error instanceof ReleaseError) return error
  if (signal?.aborted) return new ReleaseError('interrupted', 'interrupted before all of it was written')
  const fault = machineFault(error)
  if (fault) return fault
  const { message, stack = message } = error as Error
  notice(stack, 'warning')
  const hint = 'please report it with the draft and the stack above'
  return new ReleaseError('defect', `a defect of ${TOOL}: ${message}`, { hint, cause: error })
}
