import pLimit from 'p-limit'
import { loadConfig } from '../config.ts'
import { type FoundOutput, type FoundRelease, findReleases } from './find-releases.ts'
import { type OutputSettings, USUAL_SETTINGS } from './judge-outputs.ts'
import { readInside } from './read-inside.ts'
import { readOutput } from './read-output.ts'
import type { Problem, Verification } from './verification.ts'
import { type Verified, verifyRelease } from './verify-release.ts'

/** What a caller asks of `verify`. */
export interface VerifyOptions {
  /** Folders of outputs, or files. */
  readonly paths: readonly string[]
  /** Working folder, absolute; default: the process's. */
  readonly cwd?: string
}

/** What verifying came to. */
export interface VerifyResult {
  readonly report: Verification
  /** 0 nothing differs, 1 something does. */
  readonly exitCode: 0 | 1
}

/** Releases that are verified at once: each is held in memory with its words. */
const AT_ONCE = 2

/**
 * Verifies outputs: bytes against the manifest, the rules on outputs at the levels of the project, leftovers of
 * templates. Throws a `ReleaseError` (exit code 2) where there is nothing to verify, and for a faulty
 * configuration.
 */
export async function verify({ paths, cwd = process.cwd() }: VerifyOptions): Promise<VerifyResult> {
  const found = await findReleases(paths, cwd)
  const settings = await settingsOf(cwd)
  const limit = pLimit(AT_ONCE)
  const verified: Verified[] = await Promise.all(
    found.releases.map((release) => limit(() => verifyRelease(release, cwd, settings))),
  )
  const releases = verified.flatMap(({ release }) => release ?? [])
  const problems = [
    ...found.problems,
    ...verified.flatMap((one) => one.problems),
    ...(await unlistedProblems(found.unlisted, found.releases)),
  ]
  if (releases.some(({ manifest }) => manifest === null)) {
    const message = 'no manifest vouches for these files: only their words were compared'
    const hint = 'a build with -o writes release.manifest.json'
    problems.push({ severity: 'info', rule: 'manifest-missing', path: paths[0] ?? '.', message, hint })
  }
  const differ = releases.filter(({ status }) => status === 'differs').length
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const summary = { verified: releases.length - differ, differ, problems: errors }
  return { report: { version: 1, releases, problems, summary }, exitCode: errors > 0 ? 1 : 0 }
}

/** The rules are loaded only where a project says something of them. */
async function settingsOf(cwd: string): Promise<OutputSettings> {
  const { check } = await loadConfig({ cwd })
  if (!check) return USUAL_SETTINGS
  const [{ checkSettings }, { ALL_RULES }] = await Promise.all([
    import('../check/settings.ts'),
    import('./all-rules.ts'),
  ])
  return checkSettings(check, [], ALL_RULES)
}

/**
 * Files beside a manifest that it does not name: an output of ours is a difference, since nobody vouches
 * for it; so is a text that bears the name of one. Anything else is only told.
 */
async function unlistedProblems(
  unlisted: readonly FoundOutput[],
  releases: readonly FoundRelease[],
): Promise<Problem[]> {
  const names = new Set(releases.flatMap(({ outputs }) => outputs.map(baseOf)))
  const problems: Problem[] = []
  // A text says nothing of its maker: its neighbours are looked at first.
  for (const output of [...unlisted].sort((a, b) => Number(isText(a)) - Number(isText(b)))) {
    const isOurs = isText(output) ? names.has(baseOf(output)) : await wasMadeByRelease(output)
    if (isOurs) names.add(baseOf(output))
    problems.push({
      severity: isOurs ? 'error' : 'info',
      rule: 'output-unlisted',
      path: output.path,
      message: `no manifest names this file${isOurs ? ', which release made' : ''}`,
      hint: isOurs ? 'delete it, or build it again with the others' : 'it was not verified',
    })
  }
  return problems
}

async function wasMadeByRelease({ file, format }: FoundOutput): Promise<boolean> {
  const read = file === undefined ? undefined : await readInside(file, undefined)
  if (!read || !('bytes' in read)) return false
  const facts = await readOutput(format, read.bytes)
  return 'isOurs' in facts && facts.isOurs === true
}

function isText({ format }: FoundOutput): boolean {
  return format === 'text'
}

function baseOf({ file = '' }: FoundOutput): string {
  return file.replace(/\.[^.]+$/, '')
}
