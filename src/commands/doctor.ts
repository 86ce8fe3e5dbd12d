import { probeBrowser } from '../browser/probe-browser.ts'
import { loadConfig } from '../config.ts'
import { harmless } from '../report/harmless.ts'
import type { Shell, Voice } from './shell.ts'

/** `release doctor`: one line a matter and its cure; exit code 3 when PDF cannot be made. */
export async function runDoctor(
  flags: Voice & { browser?: string; config?: string; sandbox?: boolean },
  shell: Shell,
): Promise<void> {
  shell.speak(flags)
  const { process } = shell
  const config = await loadConfig({
    cwd: shell.cwd(),
    env: process.env,
    ...(flags.browser === undefined ? {} : { browser: flags.browser }),
    ...(flags.config === undefined ? {} : { config: flags.config }),
  })
  const facts = await probeBrowser({
    browser: config.browser,
    env: { ...config.env },
    noSandbox: flags.sandbox === false,
    timeout: config.timeout,
    now: config.now,
  })
  const width = Math.max(...facts.map(({ matter }) => matter.length))
  for (const { matter, ok, detail, cure } of facts) {
    const told = `${matter.padEnd(width)}  ${detail}${cure === undefined ? '' : ` – ${cure}`}`
    shell.out(`${ok ? 'ok  ' : 'BAD '} ${harmless(told)}\n`)
  }
  const prints = facts.some(({ matter, ok }) => matter === 'print' && ok)
  shell.setExitCode(prints ? 0 : 3)
}
