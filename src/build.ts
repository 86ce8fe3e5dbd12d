import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import { type LentPrinter, lendPrinter } from './browser/lend-printer.ts'
import { type BuildOptions, type Config, displayPath, loadConfig } from './config.ts'
import { findDrafts } from './draft/find-drafts.ts'
import { type LentDrafts, lendDrafts } from './draft/lend-drafts.ts'
import { type Finding, ReleaseError } from './finding.ts'
import type { Format } from './formats.ts'
import { type LentLetterheads, lendLetterheads } from './letterhead/lend-letterheads.ts'
import { type Job, planJobs } from './plan-jobs.ts'
import { composeRelease } from './release/compose-release.ts'
import { renderDocuments } from './render/documents.ts'
import type { BuildReport, OutputResult, ReleaseResult } from './report/report-schema.ts'
import {
  areBlocking,
  type BuildExitCode,
  findingsOf,
  inLineOrder,
  markBlocking,
  summarize,
} from './report/summarize.ts'
import { TOOL } from './version.ts'
import { writeOutput } from './write/write-output.ts'

/** What a build came to. */
export interface BuildResult {
  readonly report: BuildReport
  /** 0 all well, 1 a draft failed, 3 the machine failed. */
  readonly exitCode: BuildExitCode
  /** The document, where the output was `-`. */
  readonly document: Uint8Array | undefined
}

/** Told of each draft, in their order, as soon as it and all before it are done. */
export type OnRelease = (release: Pick<Built, 'result' | 'written'>, done: number, all: number) => void

/**
 * Builds releases: draft.md → Draft → Release → Document → file. One bad draft never stops the others;
 * results come in the order of the drafts. Throws a `ReleaseError` (exit code 2 or 3) for wrong options,
 * configuration or letterhead, before anything is written.
 */
export async function build(options: BuildOptions, onRelease?: OnRelease): Promise<BuildResult> {
  const started = performance.now()
  const config = await loadConfig(options)
  // The browser starts while drafts are still being looked for and read.
  const printer = await lendPrinter(config)
  try {
    const jobs = await planJobs(await findDrafts(config.drafts, config.draftsFolder), config)
    const letterheads = lendLetterheads(config)
    const drafts = lendDrafts(jobs, config)
    await letterheads.checkDefault()
    const limit = pLimit(config.jobs)
    const running = jobs.map((job) =>
      limit(() => buildRelease(job, { config, drafts, letterheads, printer })),
    )
    const built: Built[] = []
    for (const release of running) {
      built.push(await release)
      onRelease?.(built.at(-1) as Built, built.length, jobs.length)
    }
    const results = built.map(({ result }) => result)
    const report = summarize(results, performance.now() - started)
    const exitCode = built.reduce<number>((worst, one) => Math.max(worst, one.exitCode), 0) as BuildExitCode
    return { report, exitCode, document: built[0]?.document }
  } finally {
    const closed = printer.close()
    // Interrupted, the browser is killed already; the report must not wait for its end.
    if (!config.signal?.aborted) await closed
  }
}

/** What all drafts of a run share. */
interface Workshop {
  readonly config: Config
  readonly drafts: LentDrafts
  readonly letterheads: LentLetterheads
  readonly printer: LentPrinter
}

/** What became of one draft; an error keeps what was reached before it. */
interface Built {
  readonly result: ReleaseResult
  readonly exitCode: BuildExitCode
  /** Paths of the outputs whose bytes have changed. */
  readonly written: readonly string[]
  readonly document: Uint8Array | undefined
}

/** Never rejects. */
async function buildRelease(job: Job, { config, drafts, letterheads, printer }: Workshop): Promise<Built> {
  const findings: Finding[] = []
  const outputs: OutputResult[] = []
  const written: string[] = []
  let document: Uint8Array | undefined
  let exitCode: BuildExitCode = 0
  let skipped: string | undefined

  const write = async (format: Format, bytes: Uint8Array, pages?: number) => {
    const file = job.outputs.get(format)
    const path = file === undefined ? '-' : displayPath(file, config.cwd)
    if (file === undefined) document = bytes
    if (file === undefined || (await writeOutput(file, bytes, job.outputRoot)) === 'written')
      written.push(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    outputs.push({ format, path, bytes: bytes.length, sha256, ...(pages === undefined ? {} : { pages }) })
  }

  const work = async () => {
    const read = await drafts.lend(job.source)
    findings.push(...read.findings)
    if (read.draft === undefined) return
    const letterhead = await letterheads.lend(read.draft)
    const composed = await composeRelease(read.draft, letterhead, {
      ...config,
      year: job.year ?? job.ignoredYear,
    })
    if (composed.skipped !== undefined && config.skipsYears) {
      skipped = composed.skipped
      return
    }
    findings.push(...composed.findings)
    const documents = await renderDocuments(composed.release, read.draft, config, TOOL)
    findings.push(...documents.findings)
    if (config.dryRun || areBlocking(markBlocking(findings, config.strict))) return
    if (documents.html !== undefined) await write('html', documents.html)
    if (documents.text !== undefined) await write('text', documents.text)
    if (documents.printPdf !== undefined) {
      const pdf = await documents.printPdf(printer)
      await write('pdf', pdf.bytes, pdf.pages)
    }
  }

  const end = (status: ReleaseResult['status'], reason?: string): Built => {
    const because = reason === undefined ? {} : { reason }
    const marked = inLineOrder(markBlocking(findings, config.strict))
    const year = job.year === undefined ? {} : { year: job.year }
    const result = {
      draft: job.path,
      ...year,
      status,
      ...because,
      outputs: inFormatOrder(outputs),
      findings: marked,
    }
    return { result, exitCode, written, document }
  }

  if (config.signal?.aborted) return end('skipped', 'interrupted')
  try {
    await work()
  } catch (error) {
    const known = asReleaseError(error, config)
    findings.push(...findingsOf(known, job.path))
    exitCode = known.exitCode
  }
  if (areBlocking(markBlocking(findings, config.strict))) {
    exitCode = exitCode === 0 ? 1 : exitCode
    return end('failed')
  }
  if (skipped !== undefined) return end('skipped', skipped)
  if (config.dryRun) return end('skipped', 'dry run')
  return end(written.length > 0 ? 'built' : 'unchanged')
}

/** A defect of our own fails its draft, not the others; its stack goes to the log. */
function asReleaseError(error: unknown, { signal, notice }: Config): ReleaseError {
  if (error instanceof ReleaseError) return error
  if (signal?.aborted) return new ReleaseError('interrupted', 'interrupted before all of it was written')
  const { message, stack = message } = error as Error
  notice(stack, 'warning')
  const hint = 'please report it with the draft and the stack above'
  return new ReleaseError('defect', `a defect of ${TOOL}: ${message}`, { hint, cause: error })
}

/** Outputs are listed html, pdf, text, whatever the order in which they were written. */
function inFormatOrder(outputs: readonly OutputResult[]): OutputResult[] {
  return [...outputs].sort((a, b) => (a.format < b.format ? -1 : 1))
}
