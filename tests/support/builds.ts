import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { build } from '../../src/build.ts'
import type { BuildOptions } from '../../src/build-options.ts'
import type { Manifest } from '../../src/manifest/schema.ts'
import type { Project } from './project.ts'

/** What a build came to, for tables of tests. */
export interface Outcome {
  readonly exitCode: number
  /** `a.md built (new)`, in the order of the drafts. */
  readonly lines: string[]
  /** `warning rule path:line`. */
  readonly findings: string[]
  readonly notices: string[]
}

/** Builds HTML and text of `drafts/` into `out/`, in this process. */
export async function buildOf(project: Project, options: BuildOptions = {}): Promise<Outcome> {
  const lines: string[] = []
  const notices: string[] = []
  const settings: BuildOptions = {
    cwd: project.folder,
    drafts: ['drafts'],
    output: join(project.folder, 'out'),
    formats: ['html', 'text'],
    env: {},
    now: new Date('2027-02-26T12:00Z'),
    notice: (text, level) => void (level === 'warning' && notices.push(text)),
    ...options,
  }
  const { report, exitCode } = await build(settings, ({ result, why }) => {
    const name = result.draft.replace(/^.*\//, '')
    const issue = result.year === undefined ? name : `${name} ${result.year}`
    const reason = result.reason ?? (result.status === 'unchanged' ? undefined : why)
    lines.push(`${issue} ${result.status}${reason === undefined ? '' : ` (${reason})`}`)
  })
  const findings = report.releases.flatMap((release) =>
    release.findings.map(({ severity, rule, path, line }) => `${severity} ${rule} ${path}:${line}`),
  )
  return { exitCode, lines, findings, notices }
}

/** The manifest of `out/`. */
export function manifestOf(project: Project, path = 'out/release.manifest.json'): Manifest {
  return JSON.parse(project.read(path)) as Manifest
}

/** The outputs that a manifest lists, with their bytes. */
export function listedFiles(project: Project, folder = 'out'): Record<string, string> {
  const { entries } = manifestOf(project, `${folder}/release.manifest.json`)
  const paths = entries.flatMap(({ outputs }) => outputs.map(({ path }) => path))
  return Object.fromEntries(paths.sort().map((path) => [path, project.read(`${folder}/${path}`)]))
}

/** What tells that a file was written, by its path. */
export function stampsOf(project: Project): Record<string, string> {
  return Object.fromEntries(
    project.files().map((file) => {
      const { ino, mtimeMs, size } = lstatSync(join(project.folder, file))
      return [file, `${ino} ${mtimeMs} ${size}`]
    }),
  )
}

/** The bytes of all files, by path. */
export function treeOf(project: Project, folder: string): Record<string, string> {
  const inFolder = project.files().filter((file) => file.startsWith(`${folder}/`))
  return Object.fromEntries(
    inFolder.map((file) => [
      file.slice(folder.length + 1),
      readFileSync(join(project.folder, file)).toString('latin1'),
    ]),
  )
}

/** Makes the clock of this process go ahead, so that every file written until now is old. */
export function aheadBy(milliseconds: number): void {
  const clock = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => clock() + milliseconds)
}
