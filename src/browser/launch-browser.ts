import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js'
import type { BrowserFiles } from './find-browser.ts'
import { pipeTransport } from './pipe-transport.ts'
import { groupKiller, type LaunchMode, spawnBrowser } from './spawn-browser.ts'
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts'
import { within } from './watchdog.ts'

/** A browser that answers. */
export interface RunningBrowser {
  readonly connection: Connection
  /** Process id of the leader, and id of the group of all its processes. */
  readonly pid: number
  /** E.g. `147.0.7727.0`. */
  readonly version: string
  readonly mode: LaunchMode
  /** The target of the page that the browser opens with, to whoever asks first: a new one takes another process. */
  readonly takeFirstPage: () => Promise<string | undefined>
  /** True once it has ended or been killed. */
  readonly isGone: () => boolean
  /**
   * Kills the whole group and removes the profile; at once, may be called again and from a signal handler.
   */
  readonly kill: () => void
  /** As `kill`, and waits until no process is left. */
  readonly close: () => Promise<void>
}

/**
 * Thrown when a browser did not start; `sandbox` says that it was for want of a sandbox, `killed` that somebody
 * ended it.
 */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure'
  readonly sandbox: boolean
  readonly killed: boolean

  constructor(message: string, sandbox: boolean, killed = false) {
    super(message)
    this.sandbox = sandbox
    this.killed = killed
  }
}

const NO_SANDBOX_WORDS =
  /no usable sandbox|sandbox_linux|zygote_host_impl_linux|move to new namespace|setuid sandbox|without --no-sandbox/i

/**
 * Starts a browser and waits for its first answer, at most `timeout` milliseconds. Throws `LaunchFailure`.
 */
export async function launchBrowser(
  files: BrowserFiles,
  mode: LaunchMode,
  { timeout, undo }: { timeout: number; undo: Set<() => void> },
): Promise<RunningBrowser> {
  const folder = makeTemporaryFolder('browser')
  const child = spawnInto(folder, files, mode)
  const killGroup = groupKiller(child)
  let gone = false
  // Every process of the group holds stderr: `close` comes when the last one is gone, not only the leader.
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = () => {
    gone = true
    killGroup()
    removeFolder(folder)
    undo.delete(kill)
  }
  undo.add(kill)
  // The pipe may close first, and whoever asks then must not be sent to this browser again.
  for (const end of [child, child.stdio[4]]) end?.once('close', kill)

  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-8192)
  })
  // `close` and not `exit`: only then has everything on stderr been read.
  const failed = new Promise<never>((_, reject) => {
    child.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      const user = mode.asNobody ? ' as an unprivileged user' : ''
      const wantOfRights = mode.asNobody && ['EPERM', 'EACCES', 'EINVAL'].includes(code)
      reject(new LaunchFailure(`could not be started${user} (${code})`, wantOfRights))
    })
    child.once('close', (code, signal) => {
      const reason = lastComplaint(complaints) ?? `exit ${code ?? signal}`
      const killed = signal === 'SIGKILL' || signal === 'SIGTERM'
      reject(new LaunchFailure(`ended while starting: ${reason}`, NO_SANDBOX_WORDS.test(complaints), killed))
    })
  })
  failed.catch(() => {})
  // Imported while the browser is starting: neither waits for the other.
  const { Connection } = await import('puppeteer-core/internal/cdp/Connection.js')
  try {
    if (child.pid === undefined) await failed
    const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable)
    const connection = new Connection('', transport, 0, NEVER)
    const answer = await within(
      'start the browser',
      timeout,
      Promise.race([connection.send('Browser.getVersion'), failed]),
    )
    let isTaken = false
    const takeFirstPage = async () => {
      if (isTaken) return undefined
      isTaken = true
      const { targetInfos } = await connection.send('Target.getTargets')
      return targetInfos.find(({ type, url }) => type === 'page' && url === 'about:blank')?.targetId
    }
    const close = async () => {
      kill()
      await ended
      removeFolder(folder)
    }
    const version = answer.product.replace(/^[^/]*\//, '')
    return { connection, pid: child.pid ?? 0, version, mode, takeFirstPage, isGone: () => gone, kill, close }
  } catch (error) {
    kill()
    // The closed pipe may be noticed before the end of the process; the latter knows why.
    if (error instanceof Error && error.name !== 'StepTimeout') await failed
    throw error instanceof LaunchFailure ? error : new LaunchFailure((error as Error).message, false)
  }
}

function spawnInto(folder: string, files: BrowserFiles, mode: LaunchMode): ChildProcess {
  try {
    return spawnBrowser(files, mode, folder)
  } catch (error) {
    removeFolder(folder)
    // Root of a container that knows no other user cannot give the profile away.
    throw new LaunchFailure((error as Error).message, mode.asNobody)
  }
}

// Our own watchdog stands around every step; the connection's would only forget the callback.
const NEVER = 0

function lastComplaint(stderr: string): string | undefined {
  const lines = stderr.split('\n').filter((line) => /error|fatal|cannot|failed|sandbox|denied/i.test(line))
  const fatal = lines.find((line) => /FATAL|shared librar|sandbox/i.test(line)) ?? lines.at(-1)
  return fatal
    ?.replace(/^\[[^\]]*\]\s*/, '')
    .replace(/[\u0000-\u001F\u007F]/g, ' ')
    .replace(/(?<=[.!]) .*$/, '')
    .slice(0, 300)
}
