import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Config, loadConfig } from '../config.ts'
import { displayPath } from '../display-path.ts'
import { decodeDraft } from '../draft/decode-draft.ts'
import { inDraft } from '../draft/draft.ts'
import { fileDate } from '../draft/file-date.ts'
import { type FrontMatter, readFrontMatter } from '../draft/front-matter.ts'
import { readDraftFile, tooLarge } from '../draft/read-draft.ts'
import { splitDraft } from '../draft/split-draft.ts'
import { type LocalFinding, ReleaseError, usageError } from '../finding.ts'
import { isoDate } from '../language/civil-date.ts'
import { lendLetterheads } from '../letterhead/lend-letterheads.ts'
import { readYear } from '../release/occurrence.ts'
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
  const year = yearAsked(flags)
  if (flags.output === '-') {
    throw usageError(
      'roll writes a file, not standard output',
      'name a file, or see the changes with --dry-run',
    )
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
  const { bytes, source, front } = await readWhole(file, path, config)
  const language =
    front.fields.language ?? (await lendLetterheads(config).lend({ path, ...front })).fields.language ?? 'en'
  const recurring = flags.recurring === true
  const rolled = rollDraft(source, {
    year: year ?? front.fields.date?.year ?? 0,
    recurring,
    fileDate: fileDate(file),
    language,
  })
  if (!rolled.ok) throw refusal(path, rolled.findings)
  const name = rollName(basename(file), rolled.from.date, rolled.to.date, recurring)
  const target = flags.output === undefined ? join(dirname(file), name) : resolve(cwd, flags.output)
  const isChanged = rolled.source !== source
  if (isChanged) await write(target, asWritten(bytes, rolled.source), flags, cwd)
  print(path, displayPath(target, cwd), source, rolled, flags, shell)
}

/** The draft with its front matter read; throws where `build` would refuse it, too. */
async function readWhole(
  file: string,
  path: string,
  { limits }: Config,
): Promise<{ bytes: Uint8Array; source: string; front: FrontMatter }> {
  const bytes = readDraftFile(file, limits)
  if (!(bytes instanceof Uint8Array)) throw refusal(path, [bytes])
  if (bytes.length > limits.draftBytes) throw refusal(path, [tooLarge(limits)])
  const decoded = decodeDraft(bytes)
  if ('finding' in decoded) throw refusal(path, [decoded.finding])
  const { source } = decoded
  const split = splitDraft(source)
  if ('finding' in split) throw refusal(path, [split.finding])
  const front = readFrontMatter(split.yaml, fileDate(file))
  const errors = front.findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw refusal(path, errors)
  return { bytes, source, front }
}

function refusal(path: string, findings: readonly LocalFinding[]): ReleaseError {
  return new ReleaseError('draft-failed', `"${path}" cannot be rolled`, { findings: inDraft(path, findings) })
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

function yearAsked({ year, recurring }: RollFlags): number | undefined {
  if (year !== undefined && recurring) {
    const hint = 'a recurring draft is for every year: release build flood.md --year 2028'
    throw usageError('--year and --recurring exclude each other', hint)
  }
  if (year === undefined) {
    if (recurring) return undefined
    throw usageError(
      'no year to roll to',
      'release roll flood-2027.md --year 2028, or --recurring for every year',
    )
  }
  const asked = readYear(year)
  if (asked === undefined) throw usageError(`"${year}" is no year from 1 to 9999`, 'for example: --year 2028')
  return asked
}
