import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { execa, type Options } from 'execa'
import { onTestFinished } from 'vitest'

/** The command as users start it. */
export const BINARY = join(import.meta.dirname, '../../bin/release.js')

/** A project folder of one test, removed when the test ends. */
export interface Project {
  /** Absolute path. */
  readonly folder: string
  write(path: string, content: string | Uint8Array): void
  read(path: string): string
  readBytes(path: string): Buffer
  /** Writes an executable script. */
  writeProgram(path: string, content: string): string
  remove(path: string): void
  /** What changes when a file is touched or replaced. */
  stat(path: string): { ino: number; mtimeMs: number; ctimeMs: number }
  /** All files below the folder, with `/`, sorted. */
  files(): string[]
  /** Runs the real binary in the folder. */
  release(args: readonly string[], options?: Options): ReturnType<typeof runRelease>
  /** Runs a line of bash in the folder, in which `release` is the real binary. */
  shell(line: string, options?: Options): ReturnType<typeof runRelease>
}

/** Makes a project folder with these files. */
export function makeProject(files: Readonly<Record<string, string | Uint8Array>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'release-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // Open to all: the browser of a root process is another user.
  chmodSync(folder, 0o755)
  const project: Project = {
    folder,
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    readBytes: (path) => readFileSync(join(folder, path)),
    writeProgram(path, content) {
      project.write(path, content)
      chmodSync(join(folder, path), 0o755)
      return join(folder, path)
    },
    remove: (path) => rmSync(join(folder, path)),
    stat(path) {
      const { ino, mtimeMs, ctimeMs } = statSync(join(folder, path))
      return { ino, mtimeMs, ctimeMs }
    },
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort(),
    release: (args, options = {}) => runRelease(args, { cwd: folder, ...options }),
    shell: (line, options = {}) => {
      const release = `release() { "${process.execPath}" "${BINARY}" "$@"; }; export -f release`
      const { env, ...others } = options
      return run('bash', ['-c', `${release}\n${line}`], {
        cwd: folder,
        ...others,
        env: { ...env, SHELL: '/bin/bash' },
      })
    },
  }
  for (const [path, content] of Object.entries(files)) project.write(path, content)
  return project
}

/** Runs the real binary; never rejects, so that tests can look at the exit code. */
export function runRelease(args: readonly string[], options: Options) {
  return run(process.execPath, [BINARY, ...args], options)
}

async function run(program: string, args: readonly string[], options: Options) {
  const result = await execa(program, args, {
    reject: false,
    stripFinalNewline: false,
    ...options,
  })
  return {
    exitCode: result.exitCode,
    stdout: String(result.stdout),
    stderr: String(result.stderr),
    signal: result.signal,
  }
}

/** A draft that builds, with front matter lines and a body to choose. */
export function draft(
  frontMatter: readonly string[] = [],
  body = 'Ruritania thanks its neighbours.\n',
): string {
  const keys = new Set(frontMatter.map((line) => line.split(':')[0]))
  const defaults = ['headline: A statement on the floods', 'date: 2027-02-26'].filter(
    (line) => !keys.has(line.split(':')[0] ?? ''),
  )
  return `---\n${[...defaults, ...frontMatter].join('\n')}\n---\n${body}`
}
