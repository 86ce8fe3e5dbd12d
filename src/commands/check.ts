import { styleText } from 'node:util'
import { BUILD_CARDS } from '../check/build-cards.ts'
import { explain } from '../check/catalogue.ts'
import { knownRule } from '../check/settings.ts'
import { type CheckOptions, type CheckResult, check } from '../check-drafts.ts'
import { ReleaseError } from '../finding.ts'
import { checkSummary } from '../report/check-report.ts'
import { githubAnnotation } from '../report/github.ts'
import { harmless, harmlessJson, harmlessPath } from '../report/harmless.ts'
import { prettyFinding } from '../report/pretty.ts'
import { sarifLog } from '../report/sarif.ts'
import { ALL_RULES } from '../verify/all-rules.ts'
import { VERSION } from '../version.ts'
import { nearest } from '../yaml/nearest.ts'
import { readAll } from './read-all.ts'
import { readInstant } from './read-instant.ts'
import type { Shell, Voice } from './shell.ts'

/** Flags of `release check` as commander hands them over. */
export interface CheckFlags extends Voice {
  readonly format?: string
  readonly letterhead?: string
  readonly config?: string
  readonly year?: string
  readonly now?: string
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly strict?: boolean
  readonly rule?: readonly string[]
  readonly maxWarnings?: string
  readonly explain?: string
  readonly online?: boolean
}

/** Everything that a check can say. */
const CARDS = [...ALL_RULES, ...BUILD_CARDS]

const FORMATS = ['pretty', 'json', 'github', 'sarif'] as const

/** `release check`: flags → options → check → report on standard output → exit code. */
export async function runCheck(drafts: readonly string[], flags: CheckFlags, shell: Shell): Promise<void> {
  shell.speak(flags)
  if (flags.explain !== undefined) {
    const id = knownRule(flags.explain, CARDS)
    for (const rule of CARDS) if (rule.id === id) shell.out(explain(rule))
    return
  }
  const format = readFormat(flags.format ?? 'pretty')
  if (flags.dryRun && !flags.fix) {
    const hint = 'release check draft.md --fix --dry-run; without --fix nothing is ever written'
    throw new ReleaseError('usage', '--dry-run is for --fix', { hint, exitCode: 2 })
  }
  const result = await check(optionsOf(drafts, flags, shell))
  const findings = result.report.releases.flatMap((release) => release.findings)
  if (format === 'json') shell.out(`${harmlessJson(result.report)}\n`)
  if (format === 'sarif') shell.out(`${harmlessJson(sarifLog(findings, CARDS, VERSION))}\n`)
  if (format === 'github') for (const finding of findings) shell.out(`${githubAnnotation(finding)}\n`)
  if (format === 'pretty') printPretty(result, flags, shell)
  if (flags.fix) {
    const verb = flags.dryRun ? 'would mend' : 'mended'
    for (const { draft, fixed } of result.report.releases)
      if (fixed > 0) shell.tell(`${verb} ${draft}: ${fixed} ${fixed === 1 ? 'place' : 'places'}`)
  }
  shell.tell(checkSummary(result.report))
  shell.setExitCode(result.exitCode)
}

function printPretty({ report, sources, changes }: CheckResult, flags: CheckFlags, shell: Shell): void {
  const { stdout, env } = shell.process
  const color = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb' && flags.color !== false
  const lines = new Map([...sources].map(([path, source]) => [path, source.split('\n')]))
  const sourceLine = (path: string, line: number) => lines.get(path)?.[line - 1]
  for (const { findings } of report.releases) {
    const shown = flags.quiet ? findings.filter((one) => one.severity === 'error' || one.blocking) : findings
    for (const finding of shown) shell.out(`${prettyFinding(finding, { color, sourceLine })}\n`)
  }
  if (!flags.dryRun) return
  for (const { draft, before, after } of changes) {
    shell.out(`--- ${harmlessPath(draft)}\n+++ ${harmlessPath(draft)}\n`)
    for (const hunk of hunksOf(before, after)) {
      shell.out(`@@ -${rangeOf(hunk.oldFrom, hunk.old)} +${rangeOf(hunk.freshFrom, hunk.fresh)} @@\n`)
      const lines = [...hunk.old.map((text) => `-${text}`), ...hunk.fresh.map((text) => `+${text}`)]
      for (const line of lines.map(harmless)) {
        const tone = line.startsWith('-') ? 'red' : 'green'
        shell.out(`${color ? styleText(tone, line, { validateStream: false }) : line}\n`)
      }
    }
  }
}

/** Lines that follow each other, before and after; from which line on, from 0. */
interface Hunk {
  readonly oldFrom: number
  readonly freshFrom: number
  readonly old: readonly string[]
  readonly fresh: readonly string[]
}

/** The lines that differ, without those around them; where lines come or go, all between equal heads and tails. */
function hunksOf(before: string, after: string): Hunk[] {
  const [old, fresh] = [before.split(/\r\n?|\n/), after.split(/\r\n?|\n/)]
  const hunk = (from: number, oldTo: number, freshTo: number): Hunk => ({
    oldFrom: from,
    freshFrom: from,
    old: old.slice(from, oldTo),
    fresh: fresh.slice(from, freshTo),
  })
  if (old.length === fresh.length) {
    const hunks: Hunk[] = []
    for (let from = 0; from < old.length; from++) {
      let to = from
      while (to < old.length && old[to] !== fresh[to]) to++
      if (to > from) hunks.push(hunk(from, to, to))
      from = to
    }
    return hunks
  }
  let head = 0
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  return [hunk(head, old.length - tail, fresh.length - tail)]
}

/** A range of a unified diff: the line, and how many where it is not one; of none the line before it. */
function rangeOf(from: number, lines: readonly string[]): string {
  const first = lines.length === 0 ? from : from + 1
  return lines.length === 1 ? String(first) : `${first},${lines.length}`
}

function optionsOf(drafts: readonly string[], flags: CheckFlags, shell: Shell): CheckOptions {
  const { letterhead, config, now, year, maxWarnings } = flags
  for (const [flag, value] of Object.entries({
    'a draft': drafts.includes('') ? '' : undefined,
    '--letterhead': letterhead,
    '--config': config,
  })) {
    if (value === '')
      throw new ReleaseError('usage', `the value of ${flag} is empty`, {
        hint: 'is a variable of your script unset?',
        exitCode: 2,
      })
  }
  return {
    drafts,
    cwd: shell.cwd(),
    env: shell.process.env,
    stdin: (atMost) => readAll(shell.process.stdin, atMost),
    strict: flags.strict === true,
    fix: flags.fix === true,
    dryRun: flags.dryRun === true,
    online: flags.online === true,
    rules: flags.rule ?? [],
    ...(letterhead === undefined ? {} : { letterhead }),
    ...(config === undefined ? {} : { config }),
    ...(now === undefined ? {} : { now: readInstant(now) }),
    ...(year === undefined ? {} : { year: readWhole('--year', year, 1, 9999) }),
    ...(maxWarnings === undefined
      ? {}
      : { maxWarnings: readWhole('--max-warnings', maxWarnings, 0, 1_000_000) }),
  }
}

function readFormat(written: string): (typeof FORMATS)[number] {
  const format = FORMATS.find((known) => known === written.toLowerCase())
  if (format) return format
  const near = nearest(written, FORMATS)
  const hint = near ? `did you mean "${near}"?` : `one of: ${FORMATS.join(', ')}`
  throw new ReleaseError('usage', `"${written}" is no format of check`, { hint, exitCode: 2 })
}

function readWhole(flag: string, text: string, least: number, most: number): number {
  if (/^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
  const hint = `a whole number from ${least} to ${most}`
  throw new ReleaseError('usage', `"${text}" is no value for ${flag}`, { hint, exitCode: 2 })
}
