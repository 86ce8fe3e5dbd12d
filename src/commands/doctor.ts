import { probeBrowser } from '../browser/probe-browser.ts'
import { loadConfig } from '../config.ts'
import { harmless } from '../report/harmless.ts'
import { untilInterrupted } from './interruption.ts'
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
  const facts = await untilInterrupted(shell, (signal) => {
    const probe = probeBrowser({
      browser: config.browser,
      env: { ...config.env },
      noSandbox: flags.sandbox === false,
      timeout: config.timeout,
      now: config.now,
    })
    return Promise.race([probe, rejectOnAbort(signal)])
  })
  // The browser that is being tried goes with the process.
  if (facts === undefined) return process.exit(await shell.finish())
  const width = Math.max(...facts.map(({ matter }) => matter.length))
  for (const { matter, ok, detail, cure } of facts) {
    const told = `${matter.padEnd(width)}  ${detail}${cure === undefined ? '' : ` – ${cure}`}`
    shell.out(`${ok ? 'ok  ' : 'BAD '} ${harmless(told)}\n`)
  }
  const prints = facts.some(({ matter, ok }) => matter === 'print' && ok)
  shell.setExitCode(prints ? 0 : 3)
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
