import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { loadConfig } from '../config.ts'
import { displayPath } from '../display-path.ts'
import { decodeDraft } from '../draft/decode-draft.ts'
import { inDraft } from '../draft/draft.ts'
import { readFrontMatter } from '../draft/front-matter.ts'
import { readDraftFile } from '../draft/read-draft.ts'
import { splitDraft } from '../draft/split-draft.ts'
import { type LocalFinding, ReleaseError } from '../finding.ts'
import { isoDate } from '../language/civil-date.ts'
import { lendLetterheads } from '../letterhead/lend-letterheads.ts'
import { isYear } from '../release/occurrence.ts'
import { harmless, harmlessJson, harmlessPath } from '../report/harmless.ts'
import { type Rolled, rollDraft } from '../roll/roll-draft.ts'
import { rollName } from '../roll/roll-name.ts'
import { wordDiff } from '../roll/word-diff.ts'
import { writeOutput } from '../write/write-output.ts'
import type { Shell, Voice } from './shell.ts'

/** Flags of `release roll` as commander hands them over. */
export interface RollFlags extends Voice {
  readonly year?: string
  readonly recurring?: boolean
  readonly output?: string
  readonly config?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `release roll`: last year's release becomes the draft of another year, or a recurring draft. */
export async function runRoll(draft: string, flags: RollFlags, shell: Shell): Promise<void> {
  shell.speak(flags)
  const year = readYear(flags)
  if (flags.output === '-') {
    const hint = 'name a file, or see the changes with --dry-run'
    throw new ReleaseError('usage', 'roll writes a file, not standard output', { hint, exitCode: 2 })
  }
  const cwd = shell.cwd()
  const file = resolve(cwd, draft)
  const path = displayPath(file, cwd)
  const config = await loadConfig({
    drafts: [draft],
    cwd,
    env: shell.process.env,
    ...(flags.config === undefined ? {} : { config: flags.config }),
  })
  const fail = (findings: readonly LocalFinding[]): never => {
    throw new ReleaseError('draft-failed', `"${path}" cannot be rolled`, {
      findings: inDraft(path, findings),
    })
  }
  const bytes = await readDraftFile(file, config.limits)
  if (!(bytes instanceof Uint8Array)) return fail([bytes])
  if (bytes.length > config.limits.draftBytes) {
    const message = `the draft has more than the ${config.limits.draftBytes} bytes that are read`
    const hint = 'split it, or raise limits.draft_bytes in release.config.yaml'
    return fail([{ severity: 'error', rule: 'draft-too-large', message, hint, line: 1, column: 1 }])
  }
  const decoded = decodeDraft(bytes)
  if ('finding' in decoded) return fail([decoded.finding])
  const { source } = decoded
  const split = splitDraft(source)
  if ('finding' in split) return fail([split.finding])
  const fileDate = /^(\d{4}-\d{2}-\d{2})-/.exec(basename(file))?.[1]
  const front = readFrontMatter(split.yaml, fileDate)
  const errors = front.findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return fail(errors)
  const language =
    front.fields.language ?? (await lendLetterheads(config).lend({ path, ...front })).fields.language ?? 'en'
  const rolled = rollDraft(source, {
    year: year ?? front.fields.date?.year ?? 0,
    recurring: flags.recurring === true,
    fileDate,
    language,
  })
  if (!rolled.ok) return fail(rolled.findings)
  const name = rollName(basename(file), rolled.from.date, rolled.to.date, flags.recurring === true)
  const target = flags.output === undefined ? join(dirname(file), name) : resolve(cwd, flags.output)
  const isChanged = rolled.source !== source
  if (isChanged) await write(target, asWritten(bytes, rolled.source), flags, cwd)
  print(path, displayPath(target, cwd), source, rolled, flags, shell)
}

// With the line ends and the byte order mark of the old draft: whoever compares the two sees only what changed.
function asWritten(bytes: Uint8Array, source: string): string {
  const old = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const mark = old.startsWith('\ufeff') ? '\ufeff' : ''
  return mark + (old.includes('\r\n') ? source.replaceAll('\n', '\r\n') : source)
}

async function write(target: string, text: string, flags: RollFlags, cwd: string): Promise<void> {
  if (existsSync(target)) {
    const hint = 'name another file with -o, or remove it first'
    const message = `"${displayPath(target, cwd)}" is there already`
    throw new ReleaseError('output-collision', message, { hint, exitCode: 2 })
  }
  if (!flags.dryRun) await writeOutput(target, Buffer.from(text), dirname(target))
}

function print(
  draft: string,
  output: string,
  source: string,
  rolled: Rolled,
  flags: RollFlags,
  shell: Shell,
): void {
  const decide = inDraft(output, rolled.decide)
  const isChanged = rolled.source !== source
  if (flags.json) {
    const side = ({ date, years }: Rolled['from']) => ({ date: isoDate(date), ...(years && { years }) })
    const { from, to, changes } = rolled
    const written = isChanged && !flags.dryRun
    const report = { version: 1, draft, output, written, from: side(from), to: side(to), changes, decide }
    shell.out(`${harmlessJson(report)}\n`)
  } else if (isChanged) {
    shell.out(`--- ${harmlessPath(draft)}\n+++ ${harmlessPath(output)}\n`)
    for (const { line, text } of wordDiff(source, rolled.edits)) {
      for (const [i, row] of text.replace(/\n$/, '').split('\n').entries()) {
        shell.out(`${i === 0 ? `${line}: ` : '   '}${harmless(row)}\n`)
      }
    }
  }
  shell.remember(output, Buffer.from(rolled.source))
  shell.printFindings(flags.quiet || flags.json ? [] : decide)
  if (!isChanged) {
    shell.tell('nothing changes: it is the release of that year already')
    return
  }
  const left = decide.filter(({ severity }) => severity === 'warning').length
  const verb = flags.dryRun ? 'would write' : 'wrote'
  const { length } = rolled.changes
  shell.tell(`${verb} ${output}: ${length} ${length === 1 ? 'change' : 'changes'}, ${left} left to a person`)
}

function readYear({ year, recurring }: RollFlags): number | undefined {
  if (year !== undefined && recurring) {
    const message = '--year and --recurring exclude each other'
    const hint = 'a recurring draft is for every year: release build flood.md --year 2028'
    throw new ReleaseError('usage', message, { hint, exitCode: 2 })
  }
  if (year === undefined) {
    if (recurring) return undefined
    const hint = 'release roll flood-2027.md --year 2028, or --recurring for every year'
    throw new ReleaseError('usage', 'no year to roll to', { hint, exitCode: 2 })
  }
  if (/^\d{1,4}$/.test(year) && isYear(Number(year))) return Number(year)
  const message = `"${year}" is no year from 1 to 9999`
  throw new ReleaseError('usage', message, { hint: 'for example: --year 2028', exitCode: 2 })
}
