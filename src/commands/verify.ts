import { harmlessJson } from '../report/harmless.ts'
import { prettyProblem, prettyVerificationSummary } from '../report/pretty-verification.ts'
import { verify } from '../verify/verify.ts'
import type { Shell, Voice } from './shell.ts'

/** Flags of `release verify` as commander hands them over. */
export interface VerifyFlags extends Voice {
  /** The report on standard output. */
  readonly json?: boolean
}

/** `release verify`: holds outputs against their manifest and their words against each other. */
export async function runVerify(paths: readonly string[], flags: VerifyFlags, shell: Shell): Promise<void> {
  shell.speak(flags)
  const { report, exitCode } = await verify({ paths, cwd: shell.cwd() })
  if (flags.json) shell.out(`${harmlessJson(report)}\n`)
  else {
    const told = report.problems.filter(({ severity }) => severity === 'error' || !flags.quiet)
    for (const problem of told) shell.out(prettyProblem(problem))
    shell.out(`${prettyVerificationSummary(report)}\n`)
  }
  shell.setExitCode(exitCode)
}
