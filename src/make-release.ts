import { checkRelease } from './check/check-release.ts'
import { FACT_RULES } from './check/fact-rules.ts'
import { joinFindings } from './check/join-findings.ts'
import { type CheckSettings, settingsOf } from './check/settings.ts'
import type { Config } from './config.ts'
import { displayPath } from './display-path.ts'
import { type Draft, inDraft } from './draft/draft.ts'
import type { ReadDraft } from './draft/read-draft.ts'
import type { Finding, LocalFinding } from './finding.ts'
import type { Format } from './formats.ts'
import { digestOf } from './ledger/digest.ts'
import type { MadeOutput } from './ledger/make-entry.ts'
import type { Letterhead } from './letterhead/letterhead.ts'
import type { Job } from './plan-jobs.ts'
import { type Composed, composeRelease } from './release/compose-release.ts'
import { type Documents, renderDocuments } from './render/documents.ts'
import type { PdfDocument } from './render/pdf/finish-pdf.ts'
import { areBlocking, markBlocking } from './report/summarize.ts'
import { TOOL } from './version.ts'
import type { Work, Workshop } from './workshop.ts'
import { writeOutput } from './write/write-output.ts'

/**
 * Makes one release of a draft that was read: release → documents → files, and an entry of the ledger. Findings
 * and outputs are put into `work` as they come, so that an error keeps what was reached before it.
 */
export async function makeRelease(job: Job, workshop: Workshop, work: Work, read: ReadDraft): Promise<void> {
  const { config, printer, ledger, desk } = workshop
  work.findings.push(...read.findings)
  const { draft } = read
  if (draft === undefined) return
  const prepared = await desk((hear) => prepare(job, workshop, work, draft, hear))
  if (!prepared || config.dryRun || areBlocking(markBlocking(work.findings, config.strict))) return

  const { letterhead, documents, embargoed, settings } = prepared
  const made: MadeOutput[] = []
  const write = async (format: Format, bytes: Uint8Array, pages?: number) => {
    const output = await writeDocument({ format, bytes, pages }, job, config, work)
    if (output) made.push(output)
  }
  // While the PDF is printed, the others are written.
  const printing = documents.printPdf?.(printer)
  printing?.catch(() => {})
  if (config.strict) {
    const found = await lookAtOutputs(documents, printing, embargoed, settings)
    const isTold = work.findings.some(({ rule }) => rule === 'glyph-missing')
    const fresh = found.filter(({ rule }) => !isTold || rule !== 'glyph-missing')
    work.findings.push(...asAsked(inDraft(draft.path, fresh), draft, settings))
    if (areBlocking(markBlocking(work.findings, true))) return
  }
  // The disk flushes both at once; neither may still be written when the release has failed.
  const { html, text } = documents
  const writing = await Promise.allSettled([html && write('html', html), text && write('text', text)])
  for (const one of writing) if (one.status === 'rejected') throw one.reason
  const pdf = await printing
  if (pdf) await write('pdf', pdf.bytes, pdf.pages)
  if (!ledger) return
  const browser = pdf && (await printer.used())
  await ledger.record(job, { draft, letterhead, outputs: made, findings: work.findings, browser })
}

/** A release that needs only to be printed and written. */
interface Prepared {
  readonly letterhead: Letterhead
  readonly documents: Documents
  /** True while its embargo lasts. */
  readonly embargoed: boolean
  readonly settings: CheckSettings
}

/** Composes, checks and renders a release; `undefined` for one that is passed over. */
async function prepare(
  job: Job,
  { config, letterheads, ledger }: Workshop,
  work: Work,
  draft: Draft,
  hear: () => Promise<void>,
): Promise<Prepared | undefined> {
  const letterhead = await letterheads.lend(draft)
  const composed = await composeRelease(draft, letterhead, { ...config, year: job.year ?? job.ignoredYear })
  if (composed.skipped !== undefined && config.skipsYears) {
    work.skipped = composed.skipped
    ledger?.forget(job)
    return undefined
  }
  const settings = settingsOf(config.check)
  await hear()
  work.findings.push(...joinFindings(composed.findings, factsOf(draft, composed, config, settings)))
  await hear()
  const documents = renderDocuments(composed.release, draft, config, TOOL)
  work.findings.push(...asAsked(documents.findings, draft, settings))
  return { letterhead, documents, embargoed: composed.release.embargoed, settings }
}

/** What the rules on facts say, as warnings. */
function factsOf(draft: Draft, composed: Composed, config: Config, settings: CheckSettings): Finding[] {
  const input = { draft, composed, now: config.now, timezone: config.timezone, settings }
  const found = checkRelease(input, { rules: FACT_RULES, isPart: true, atMost: 'warning' })
  // What is only to be known is for `release check`.
  return inDraft(
    draft.path,
    found.filter(({ severity }) => severity !== 'info'),
  )
}

/** What a build finds by a rule on outputs, at the project's level; nothing of what the draft allows. */
function asAsked(findings: readonly Finding[], draft: Draft, { levels }: CheckSettings): Finding[] {
  const allowed = (draft.fields.check?.allow ?? []).flatMap(({ rule, reason }) => (reason === '' ? [] : rule))
  return findings.flatMap((finding) => {
    const level = levels.get(finding.rule) ?? finding.severity
    return level === 'off' || allowed.includes(finding.rule) ? [] : [{ ...finding, severity: level }]
  })
}

/** Looks at the outputs of a strict build before they are written; at none where the PDF was not printed. */
async function lookAtOutputs(
  { html, text }: Documents,
  printing: Promise<PdfDocument> | undefined,
  embargoed: boolean,
  settings: CheckSettings,
): Promise<LocalFinding[]> {
  const pdf = await printing?.catch(() => undefined)
  if (printing && !pdf) return []
  // Readers of HTML and PDF are loaded only where they are asked for.
  const { checkBuilt } = await import('./verify/check-built.ts')
  const built = Object.entries({ html, pdf: pdf?.bytes, text }) as [Format, Uint8Array | undefined][]
  const documents = built.flatMap(([format, bytes]) => (bytes ? [{ format, bytes }] : []))
  return checkBuilt(documents, embargoed, settings)
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
  const sha256 = digestOf(bytes)
  const facts = { format, bytes: bytes.length, sha256, ...(pages === undefined ? {} : { pages }) }
  work.outputs.push({ ...facts, path })
  return file === undefined || !written ? undefined : { ...facts, file, stamp: written.stamp }
}
