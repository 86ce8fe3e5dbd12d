import { createHash } from 'node:crypto'
import type { LentPrinter } from './browser/lend-printer.ts'
import { type Config, displayPath } from './config.ts'
import type { Draft } from './draft/draft.ts'
import type { LentDrafts } from './draft/lend-drafts.ts'
import type { ReadDraft } from './draft/read-draft.ts'
import { type Finding, ReleaseError } from './finding.ts'
import type { Format } from './formats.ts'
import type { Ledger, MadeOutput } from './ledger/ledger.ts'
import type { LentLetterheads } from './letterhead/lend-letterheads.ts'
import type { Letterhead } from './letterhead/letterhead.ts'
import type { ManifestEntry } from './manifest/schema.ts'
import type { Job } from './plan-jobs.ts'
import { composeRelease } from './release/compose-release.ts'
import { renderDocuments } from './render/documents.ts'
import type { OutputResult, ReleaseResult } from './report/report-schema.ts'
import { areBlocking, type BuildExitCode, findingsOf, inLineOrder, markBlocking } from './report/summarize.ts'
import { TOOL } from './version.ts'
import { writeOutput } from './write/write-output.ts'

/** What all drafts of a run share. */
export interface Workshop {
  readonly config: Config
  readonly drafts: LentDrafts
  readonly letterheads: LentLetterheads
  readonly printer: LentPrinter
  /** What is known of earlier runs; absent where outputs stand beside their drafts. */
  readonly ledger: Ledger | undefined
}

/** What became of one draft; an error keeps what was reached before it. */
export interface Built {
  readonly result: ReleaseResult
  readonly exitCode: BuildExitCode
  /** Paths of the outputs whose bytes have changed. */
  readonly written: readonly string[]
  /** Why it was built, where an earlier run is known. */
  readonly why: string | undefined
  /** Wall time, milliseconds. */
  readonly milliseconds: number
  readonly document: Uint8Array | undefined
}

/** What the stages of one release hand on. */
interface Work {
  readonly findings: Finding[]
  readonly outputs: OutputResult[]
  readonly written: string[]
  why?: string
  skipped?: string
  document?: Uint8Array
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
    result: {
      draft: job.path,
      ...(job.year === undefined ? {} : { year: job.year }),
      status,
      ...(reason === undefined ? {} : { reason }),
      outputs: [...work.outputs].sort((a, b) => (a.format < b.format ? -1 : 1)),
      findings: inLineOrder(markBlocking(work.findings, config.strict)),
    },
    exitCode,
    written: work.written,
    why: work.why,
    milliseconds: performance.now() - started,
    document: work.document,
  })

  if (config.signal?.aborted) return end('skipped', 'interrupted')
  let isUnchanged = false
  try {
    isUnchanged = await makeRelease(job, workshop, work)
  } catch (error) {
    const known = asReleaseError(error, config)
    work.findings.push(...findingsOf(known, job.path))
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
  const year = job.year === undefined ? {} : { year: job.year }
  return {
    result: {
      draft: job.path,
      ...year,
      status: 'failed',
      outputs: [],
      findings: findingsOf(error, job.path),
    },
    exitCode: error.exitCode,
    written: [],
    why: undefined,
    milliseconds: 0,
    document: undefined,
  }
}

/** Answers true where nothing had to be made. */
async function makeRelease(job: Job, workshop: Workshop, work: Work): Promise<boolean> {
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
  if (compared && 'entry' in compared) {
    if (!reading) drafts.pass(job.source)
    takeOver(compared.entry, job, workshop, work)
    return true
  }
  if (compared) work.why = compared.why
  if (job.outputs.has('pdf') && !config.dryRun) printer.start()

  const read = await readDraft()
  work.findings.push(...read.findings)
  if (read.draft === undefined) return false
  const letterhead = await letterheads.lend(read.draft)
  const composed = await composeRelease(read.draft, letterhead, {
    ...config,
    year: job.year ?? job.ignoredYear,
  })
  if (composed.skipped !== undefined && config.skipsYears) {
    work.skipped = composed.skipped
    ledger?.forget(job)
    return false
  }
  work.findings.push(...composed.findings)
  const documents = await renderDocuments(composed.release, read.draft, config, TOOL)
  work.findings.push(...documents.findings)
  if (config.dryRun || areBlocking(markBlocking(work.findings, config.strict))) return false

  const made: MadeOutput[] = []
  const write = async (format: Format, bytes: Uint8Array, pages?: number) => {
    const output = await writeDocument({ format, bytes, pages }, job, config, work)
    if (output) made.push(output)
  }
  if (documents.html !== undefined) await write('html', documents.html)
  if (documents.text !== undefined) await write('text', documents.text)
  if (documents.printPdf !== undefined) {
    const pdf = await documents.printPdf(printer)
    await write('pdf', pdf.bytes, pdf.pages)
  }
  await keep(job, { draft: read.draft, letterhead, outputs: made, findings: work.findings }, workshop)
  return false
}

/** Shows an entry of the ledger as this run's result. */
function takeOver(entry: ManifestEntry, job: Job, { ledger }: Workshop, work: Work): void {
  const shown = ledger?.shown(entry)
  work.findings.push(...(shown?.findings ?? []))
  work.outputs.push(...(shown?.outputs ?? []).filter(({ format }) => job.outputs.has(format)))
}

/** Keeps in the ledger what was built. */
async function keep(
  job: Job,
  made: {
    readonly draft: Draft
    readonly letterhead: Letterhead
    readonly outputs: readonly MadeOutput[]
    readonly findings: readonly Finding[]
  },
  { ledger, printer }: Workshop,
): Promise<void> {
  if (!ledger) return
  const isPrinted = made.outputs.some(({ format }) => format === 'pdf')
  await ledger.record(job, { ...made, browser: isPrinted ? await printer.used() : undefined })
}

/** Writes a document to its file, or keeps it for standard output. */
async function writeDocument(
  { format, bytes, pages }: { format: Format; bytes: Uint8Array; pages: number | undefined },
  job: Job,
  { cwd }: Config,
  work: Work,
): Promise<MadeOutput | undefined> {
  const file = job.outputs.get(format)
  const path = file === undefined ? '-' : displayPath(file, cwd)
  const written = file === undefined ? undefined : await writeOutput(file, bytes, job.outputRoot)
  if (file === undefined) work.document = bytes
  if (written?.status !== 'untouched') work.written.push(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const facts = { format, bytes: bytes.length, sha256, ...(pages === undefined ? {} : { pages }) }
  work.outputs.push({ ...facts, path })
  return file === undefined || !written ? undefined : { ...facts, file, stamp: written.stamp }
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
