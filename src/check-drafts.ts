import { dirname } from 'node:path'
import type { BuildOptions } from './build-options.ts'
import { applyFixes, PASSES, safeFixes } from './check/apply-fixes.ts'
import { checkContext } from './check/check-release.ts'
import { contextOf } from './check/context.ts'
import { joinFindings } from './check/join-findings.ts'
import { RULES } from './check/rules.ts'
import { checkSet } from './check/sets/check-set.ts'
import { type DraftSummary, summaryOf } from './check/sets/draft-summary.ts'
import { SET_RULES } from './check/sets/set-rules.ts'
import { type CheckSettings, checkSettings } from './check/settings.ts'
import { type Config, loadConfig } from './config.ts'
import { displayPath } from './display-path.ts'
import { type Draft, inDraft } from './draft/draft.ts'
import { findDrafts, projectFolderOf } from './draft/find-drafts.ts'
import { type DraftSource, readDraft, readDraftFile } from './draft/read-draft.ts'
import { type ExitCode, type Finding, ReleaseError } from './finding.ts'
import { civilDateOf } from './language/civil-date.ts'
import { wallTimeOf } from './language/time-zone.ts'
import { type LentLetterheads, lendLetterheads } from './letterhead/lend-letterheads.ts'
import { lookAround } from './look-around.ts'
import type { AskLinks } from './online/ask-links.ts'
import { composeRelease } from './release/compose-release.ts'
import { readEvent } from './release/occasion-date.ts'
import { nextOccurrence } from './release/occurrence.ts'
import { type CheckedDraft, type CheckReport, checkReport } from './report/check-report.ts'
import { areBlocking, findingsOf, inLineOrder, markBlocking } from './report/summarize.ts'
import { ALL_RULES } from './verify/all-rules.ts'
import { OUTPUT_RULES } from './verify/output-rules.ts'
import { writeOutput } from './write/write-output.ts'

/** What a caller asks of a check. */
export interface CheckOptions
  extends Pick<
    BuildOptions,
    'drafts' | 'letterhead' | 'config' | 'strict' | 'now' | 'year' | 'cwd' | 'env' | 'stdin'
  > {
  /** `id=level`, as `--rule` has it; wins over the configuration. */
  readonly rules?: readonly string[]
  /** More warnings than this fail the check. */
  readonly maxWarnings?: number
  /** Makes the safe fixes, in the drafts themselves. */
  readonly fix?: boolean
  /** With `fix`: says what would be mended, and writes nothing. */
  readonly dryRun?: boolean
  /** Asks the addresses of links whether they answer: the only thing that uses the network. */
  readonly online?: boolean
}

/** What a check came to. */
export interface CheckResult {
  readonly report: CheckReport
  /** 0 all well, 1 errors, or more warnings than are let pass, 3 the machine failed. */
  readonly exitCode: 0 | ExitCode
  /** The drafts as they were checked: with `fix` after it. LF, no byte order mark. */
  readonly sources: ReadonlyMap<string, string>
  /** The texts that fixes changed, before and after. */
  readonly changes: readonly { readonly draft: string; readonly before: string; readonly after: string }[]
}

/**
 * Checks drafts as they would be issued: everything that a build would say without printing, and the rules.
 * With `online` links are asked, by `ask`; default: those of the public internet. Throws a `ReleaseError` (exit
 * code 2) for wrong options or configuration.
 */
export async function check(options: CheckOptions = {}, ask?: AskLinks): Promise<CheckResult> {
  const config = await loadConfig(options)
  const settings = checkSettings(config.check, options.rules ?? [], ALL_RULES)
  const found = await findDrafts(config.drafts, config.draftsFolder)
  if (options.fix && found.some(({ file }) => file === undefined)) {
    throw new ReleaseError('usage', '--fix cannot mend standard input', {
      hint: 'name the file of the draft',
      exitCode: 2,
    })
  }
  const letterheads = lendLetterheads(config)
  await letterheads.checkDefault()
  // What speaks to the network is loaded only where it is asked for.
  const asker = options.online ? (ask ?? (await import('./online/ask-links.ts')).linkAsker()) : undefined
  const isSet = found.length > 1
  const seen: Seen[] = []
  for (const { file } of found) {
    const folder = file === undefined ? config.cwd : dirname(file)
    const path = file === undefined ? 'stdin' : displayPath(file, config.cwd)
    const source = { path, file, folder, projectFolder: projectFolderOf(folder, config.configFolder) }
    seen.push(await seeDraft(source, { config, settings, letterheads, options, isSet, asker }))
  }
  const drafts = seen.flatMap(({ look }) => look.summary ?? [])
  // More drafts than names: a folder or glob was named, and not each draft.
  const isWhole = drafts.length === found.length && found.length > config.drafts.length
  const ofSet = new Map<string, Finding[]>()
  for (const finding of checkSet({ drafts, isWhole }, settings))
    ofSet.set(finding.path, [...(ofSet.get(finding.path) ?? []), finding])
  const checked = seen.map((one) => resultOf(one, ofSet.get(one.draft) ?? [], config.strict))
  const report = checkReport(checked.map(({ result }) => result))
  const isOver = options.maxWarnings !== undefined && report.summary.warnings > options.maxWarnings
  const worst = Math.max(isOver || report.summary.failed > 0 ? 1 : 0, ...checked.map((one) => one.exitCode))
  return {
    report,
    exitCode: worst as CheckResult['exitCode'],
    sources: new Map(
      checked.flatMap(({ result, source }) => (source === undefined ? [] : [[result.draft, source]])),
    ),
    changes: checked.flatMap(({ change }) => change ?? []),
  }
}

interface Desk {
  readonly config: Config
  readonly settings: CheckSettings
  readonly letterheads: LentLetterheads
  readonly options: CheckOptions
  /** True where there are other drafts to compare one with. */
  readonly isSet: boolean
  /** Asks the addresses of links; absent where nobody wants that. */
  readonly asker: AskLinks | undefined
}

/** A draft as it was checked alone. */
interface Seen {
  readonly draft: string
  readonly look: Look
  readonly fixed: number
  readonly change: CheckResult['changes'][number] | undefined
  readonly exitCode: 0 | ExitCode
}

async function seeDraft(source: DraftSource, desk: Desk): Promise<Seen> {
  const { config, options } = desk
  let look: Look = NOTHING
  let fixed = 0
  let change: Seen['change']
  let exitCode: Seen['exitCode'] = 0
  try {
    look = await lookAt(source, desk)
    if (options.fix && source.file !== undefined) {
      const bytes = readDraftFile(source.file, config.limits)
      if (bytes instanceof Uint8Array && look.source !== undefined) {
        const before = Buffer.from(bytes).toString()
        const mended = await mend(before, look, source, desk)
        look = mended.look
        fixed = mended.fixed
        if (fixed > 0) {
          change = { draft: source.path, before, after: mended.text }
          if (!options.dryRun) await writeOutput(source.file, Buffer.from(mended.text), source.folder)
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    look = { ...look, findings: [...look.findings, ...findingsOf(error, source.path)] }
    exitCode = error.exitCode
  }
  return { draft: source.path, look, fixed, change, exitCode }
}

/** What a check came to for a draft, with what the others of the run have told of it. */
function resultOf(
  { draft, look, fixed, change, exitCode }: Seen,
  ofSet: readonly Finding[],
  strict: boolean,
) {
  const findings = inLineOrder(markBlocking([...look.findings, ...ofSet], strict))
  const status = areBlocking(findings) ? 'failed' : 'passed'
  const year = look.year === undefined ? {} : { year: look.year }
  const result: CheckedDraft = { draft, ...year, status, fixed, findings }
  return { result, exitCode, source: look.source, change }
}

/** What was seen of a draft. */
interface Look {
  readonly findings: readonly Finding[]
  readonly source: string | undefined
  readonly year: number | undefined
  /** For the comparison with the other drafts; none where it is the only one, or no draft. */
  readonly summary: DraftSummary | undefined
}

const NOTHING: Look = { findings: [], source: undefined, year: undefined, summary: undefined }

/** Reads, composes and checks a draft; `bytes` stand in for its file. */
async function lookAt(source: DraftSource, desk: Desk, bytes?: Uint8Array): Promise<Look> {
  const { config, settings, letterheads, isSet, asker } = desk
  const given = bytes === undefined ? config.stdin : async () => bytes
  const read = await readDraft(
    bytes === undefined ? source : { ...source, file: undefined },
    config.limits,
    given,
  )
  const { draft } = read
  if (draft === undefined) return { ...NOTHING, findings: read.findings }
  const letterhead = await letterheads.lend(draft)
  const year = config.years[0] ?? nextYear(draft, config)
  const composed = await composeRelease(draft, letterhead, { ...config, year })
  const { now, timezone } = config
  const folders = { draftFolder: source.folder, projectFolder: source.projectFolder }
  const surroundings = await lookAround(draft, composed, folders, asker)
  const context = contextOf({ draft, composed, now, timezone, settings, surroundings })
  const found = checkContext(context, { rules: RULES, others: [...SET_RULES, ...OUTPUT_RULES] })
  return {
    findings: [...read.findings, ...joinFindings(composed.findings, inDraft(draft.path, found))],
    source: draft.source,
    year: composed.issued.anniversary === undefined ? undefined : year,
    summary: isSet ? summaryOf(context) : undefined,
  }
}

/** A recurring draft without a date of its own is checked as issued for its next anniversary; others for no year. */
function nextYear({ fields, refused }: Draft, { now, timezone }: Config): number | undefined {
  if (fields.occasion === undefined || fields.date !== undefined || refused.includes('date')) return undefined
  const event = readEvent(fields.occasion)
  if (!event.ok) return undefined
  const today = civilDateOf(wallTimeOf(now.getTime(), timezone ?? 'UTC'))
  return nextOccurrence(today, event.event.yearly)?.year
}

/** Makes safe fixes until nothing is left to mend; a pass that would bring a new error is not made. */
async function mend(text: string, first: Look, source: DraftSource, desk: Desk) {
  let [look, written, fixed] = [first, text, 0]
  const errors = ({ findings }: Look) => findings.filter(({ severity }) => severity === 'error').length
  for (let pass = 0; pass < PASSES; pass++) {
    const fixes = safeFixes(look.findings)
    if (fixes.length === 0) break
    const next = applyFixes(written, fixes)
    const after = await lookAt(source, desk, Buffer.from(next))
    if (after.source === undefined || errors(after) > errors(look)) break
    fixed += fixes.length
    look = after
    written = next
  }
  return { look, text: written, fixed }
}
