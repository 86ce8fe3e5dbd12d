import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import { type LentPrinter, lendPrinter } from './browser/lend-printer.ts'
import { type BuildOptions, type Config, displayPath, type Format, loadConfig } from './config.ts'
import { findDrafts } from './draft/find-drafts.ts'
import { readDraft } from './draft/read-draft.ts'
import { type Finding, ReleaseError } from './finding.ts'
import { type LentLetterheads, lendLetterheads } from './letterhead/lend-letterheads.ts'
import { type Job, planJobs } from './plan-jobs.ts'
import { composeRelease } from './release/compose-release.ts'
import { renderDocuments } from './render/documents.ts'
import type { BuildReport, OutputResult, ReleaseResult } from './report/report-schema.ts'
import { areBlocking, type BuildExitCode, findingsOf, markBlocking, summarize } from './report/summarize.ts'
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

/**
 * Builds releases: draft.md → Draft → Release → Document → file. One bad draft never stops the others;
 * results come in the order of the drafts. Throws a `ReleaseError` (exit code 2 or 3) for wrong options,
 * configuration or letterhead, before anything is written.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const started = performance.now()
  const config = await loadConfig(options)
  // The browser starts while drafts are still being looked for and read.
  const printer = await lendPrinter(config)
  try {
    const jobs = await planJobs(await findDrafts(config.drafts, config.draftsFolder), config)
    const letterheads = lendLetterheads(config)
    await letterheads.checkDefault()
    const limit = pLimit(config.jobs)
    const built = await Promise.all(
      jobs.map((job) => limit(() => buildRelease(job, { config, letterheads, printer }))),
    )
    const report = summarize(
      built.map(({ result }) => result),
      performance.now() - started,
    )
    const exitCode = Math.max(0, ...built.map((one) => one.exitCode)) as BuildExitCode
    return { report, exitCode, document: built[0]?.document }
  } finally {
    await printer.close()
  }
}

/** What all drafts of a run share. */
interface Workshop {
  readonly config: Config
  readonly letterheads: LentLetterheads
  readonly printer: LentPrinter
}

/** One draft's result; an error keeps what was reached before it. */
interface Built {
  readonly result: ReleaseResult
  readonly exitCode: BuildExitCode
  readonly document: Uint8Array | undefined
}

async function buildRelease(job: Job, { config, letterheads, printer }: Workshop): Promise<Built> {
  const findings: Finding[] = []
  const outputs: OutputResult[] = []
  let document: Uint8Array | undefined
  let changed = false
  let exitCode: BuildExitCode = 0

  const write = async (format: Format, bytes: Uint8Array, pages?: number) => {
    const file = job.outputs.get(format)
    if (config.dryRun) return
    if (file === undefined) document = bytes
    else if ((await writeOutput(file, bytes, job.outputRoot)) === 'written') changed = true
    const path = file === undefined ? '-' : displayPath(file, config.cwd)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    outputs.push({ format, path, bytes: bytes.length, sha256, ...(pages === undefined ? {} : { pages }) })
  }

  try {
    if (config.signal?.aborted) throw new ReleaseError('interrupted', 'interrupted before it was built')
    const read = await readDraft(job, config.limits, config.stdin)
    findings.push(...read.findings)
    if (read.draft) {
      const letterhead = await letterheads.lend(read.draft)
      const composed = await composeRelease(read.draft, letterhead, config)
      findings.push(...composed.findings)
      const documents = await renderDocuments(composed.release, read.draft, config, TOOL)
      findings.push(...documents.findings)
      if (!areBlocking(markBlocking(findings, config.strict))) {
        if (documents.html !== undefined) await write('html', documents.html)
        if (documents.text !== undefined) await write('text', documents.text)
        if (documents.printPdf !== undefined && !config.dryRun) {
          const pdf = await documents.printPdf(printer)
          await write('pdf', pdf.bytes, pdf.pages)
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    findings.push(...findingsOf(error, job.path))
    exitCode = error.exitCode
  }

  const marked = markBlocking(findings, config.strict)
  const failed = areBlocking(marked)
  const status = failed
    ? 'failed'
    : config.dryRun
      ? 'skipped'
      : changed || config.output === '-'
        ? 'built'
        : 'unchanged'
  const reason = status === 'skipped' ? { reason: 'dry run' } : {}
  const result: ReleaseResult = {
    draft: job.path,
    status,
    ...reason,
    outputs: inFormatOrder(outputs),
    findings: marked,
  }
  return { result, exitCode: failed ? (Math.max(1, exitCode) as BuildExitCode) : 0, document }
}

/** Outputs are listed html, pdf, text, whatever the order in which they were written. */
function inFormatOrder(outputs: readonly OutputResult[]): OutputResult[] {
  return [...outputs].sort((a, b) => (a.format < b.format ? -1 : 1))
}
