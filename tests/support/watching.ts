import { execa } from 'execa'
import { onTestFinished } from 'vitest'
import { BINARY, type Project } from './project.ts'

/** A `release build --watch` at work. */
export interface Watching {
  readonly pid: number
  /** Waits for the next line on stderr that matches; answers it, and the lines passed over. */
  line(pattern: RegExp): Promise<{ readonly line: string; readonly before: readonly string[] }>
  /** Waits for the line on the next rebuild, told without its time: `built a.md (new)`. */
  rebuild(): Promise<string>
  /** How many rebuilds there have been. */
  count(): number
  /** Interrupts it; answers how it ended. */
  stop(signal?: NodeJS.Signals): Promise<{ readonly exitCode: number | undefined; readonly stdout: string }>
}

const REBUILD = /^\d\d:\d\d:\d\d /

/** Starts a watch in a project and waits until changes will be noticed. */
export async function startWatch(
  project: Project,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Watching> {
  const options = { cwd: project.folder, reject: false, env } as const
  const run = execa(process.execPath, [BINARY, 'build', ...args, '--watch'], options)
  onTestFinished(async () => {
    run.kill('SIGKILL')
    await run
  })
  const lines: string[] = []
  let rest = ''
  let next = 0
  let wake = () => {}
  run.stderr.on('data', (chunk: Buffer) => {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    wake()
  })
  const ended = run.then(() => {
    throw new Error(`the watch has ended:\n${lines.join('\n')}`)
  })
  ended.catch(() => {})

  const line: Watching['line'] = async (pattern) => {
    const before: string[] = []
    for (;;) {
      for (; next < lines.length; next++) {
        const candidate = lines[next] as string
        if (pattern.test(candidate)) {
          next++
          return { line: candidate, before }
        }
        before.push(candidate)
      }
      const more = new Promise<void>((resolve) => {
        wake = resolve
      })
      await Promise.race([more, ended])
    }
  }
  const watching: Watching = {
    pid: run.pid as number,
    line,
    async rebuild() {
      const { line: found, before } = await line(REBUILD)
      const told = found.replace(REBUILD, '').replace(/ in \d+\.\d s/, '')
      // Why it failed, a test that did not expect it would not show.
      return told.startsWith('failed') ? [told, ...before].join('\n') : told
    },
    count: () => lines.filter((one) => REBUILD.test(one)).length,
    async stop(signal = 'SIGINT') {
      run.kill(signal)
      const { exitCode, stdout } = await run
      return { exitCode, stdout: String(stdout) }
    },
  }
  return watching
}
