import { type Config, loadConfig } from '../config.ts'
import { displayPath } from '../display-path.ts'
import { findDrafts } from '../draft/find-drafts.ts'
import { type RecurringDraft, readOccasion } from '../draft/read-occasion.ts'
import { type Finding, ReleaseError, usageError } from '../finding.ts'
import { type CivilDate, civilDateOf, isoDate } from '../language/civil-date.ts'
import { wallTimeOf } from '../language/time-zone.ts'
import { lendLetterheads } from '../letterhead/lend-letterheads.ts'
import { dueIn, groupOccasions, type RecurringRelease, skippedIn } from '../release/due.ts'
import type { OccasionFault } from '../release/occasion-date.ts'
import { readYear } from '../release/occurrence.ts'
import { type Period, periodFrom, readSpan, twelveMonthsFrom, wholeYear } from '../release/period.ts'
import { recurringRelease } from '../release/recurring-release.ts'
import { calendarIcs } from '../report/calendar-ics.ts'
import { calendarReport } from '../report/calendar-schema.ts'
import { calendarTable } from '../report/calendar-table.ts'
import { harmlessJson } from '../report/harmless.ts'
import { findingsOf } from '../report/summarize.ts'
import { readAll } from './read-all.ts'
import { readInstant } from './read-instant.ts'
import type { Shell, Voice } from './shell.ts'

/** Flags of `release calendar` as commander hands them over. */
export interface CalendarFlags extends Voice {
  readonly year?: string
  readonly within?: string
  readonly now?: string
  readonly config?: string
  readonly json?: boolean
  readonly ics?: boolean
}

/** `release calendar`: lists the anniversaries that are due; faulty drafts are told of and the rest is listed. */
export async function runCalendar(
  drafts: readonly string[],
  flags: CalendarFlags,
  shell: Shell,
): Promise<void> {
  shell.speak(flags)
  if (flags.json && flags.ics)
    throw usageError('--json and --ics both want standard output', 'ask for one of them')
  const config = await loadConfig({
    drafts,
    cwd: shell.cwd(),
    env: shell.process.env,
    ...(flags.now === undefined ? {} : { now: readInstant(flags.now) }),
    ...(flags.config === undefined ? {} : { config: flags.config }),
    stdin: (atMost) => readAll(shell.process.stdin, atMost),
  })
  const today = civilDateOf(wallTimeOf(config.now.getTime(), config.timezone ?? 'UTC'))
  const period = periodOf(flags, today)
  const releases: RecurringRelease[] = []
  for (const read of await readReleases(config)) {
    if ('event' in read) releases.push(read)
    else {
      shell.printFindings(read.findings)
      shell.setExitCode(1)
    }
  }
  const occasions = groupOccasions(releases)
  const due = dueIn(period, occasions)
  const report = calendarReport(period, due, skippedIn(period, occasions))
  if (flags.json) shell.out(`${harmlessJson(report)}\n`)
  else shell.out(flags.ics ? calendarIcs(due) : calendarTable(report))
  for (const { occasion, reason } of report.skipped) shell.detail(`skipped: ${occasion}: ${reason}`)
  shell.tell(`${due.length === 0 ? 'nothing' : due.length} due from ${report.from} to ${report.to}`)
}

/** Every recurring draft, or what is wrong with it, in the order of the drafts. */
async function readReleases(
  config: Config,
): Promise<(RecurringRelease | { findings: readonly Finding[] })[]> {
  const letterheads = lendLetterheads(config)
  const languageOf = async (draft: RecurringDraft) =>
    draft.fields.language ?? (await letterheads.lend(draft)).fields.language ?? 'en'
  const results: (RecurringRelease | { findings: readonly Finding[] })[] = []
  for (const { file } of await findDrafts(config.drafts, config.draftsFolder)) {
    const path = file === undefined ? 'stdin' : displayPath(file, config.cwd)
    const { draft, findings } = await readOccasion({ path, file }, config.limits, config.stdin)
    if (findings.length > 0) results.push({ findings })
    if (draft === undefined) continue
    try {
      const { kind, date } = draft.fields
      const language = await languageOf(draft)
      const release = recurringRelease({ draft: path, occasion: draft.occasion, language, kind, date })
      // What the front matter has told of once is enough.
      if (!('ok' in release)) results.push(release)
      else if (findings.length === 0) results.push({ findings: [findingOf(release, draft)] })
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error
      results.push({ findings: findingsOf(error, path) })
    }
  }
  return results
}

function findingOf({ rule, message, hint, path }: OccasionFault, draft: RecurringDraft): Finding {
  return { severity: 'error', rule, message, hint, path: draft.path, ...draft.placeOf(path) }
}

function periodOf({ year, within }: CalendarFlags, today: CivilDate): Period {
  if (year !== undefined && within !== undefined) {
    throw usageError('--year and --within exclude each other', 'ask for one of them')
  }
  if (year !== undefined) {
    const asked = readYear(year)
    if (asked !== undefined) return wholeYear(asked)
    throw usageError(`"${year}" is no year from 1 to 9999`, `for example: --year ${today.year}`)
  }
  if (within === undefined) return twelveMonthsFrom(today)
  const span = readSpan(within)
  if (span) return periodFrom(today, span)
  const hint = `days, weeks or months from ${isoDate(today)} on: --within 60d, 8w or 2m`
  throw usageError(`"${within}" is no length of time`, hint)
}
