import { readdirSync, readFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { tmpdir } from 'node:os'

/** A living process. */
export interface LivingProcess {
  readonly pid: number
  readonly parent: number
  readonly group: number
}

/** Every process that is no zombie. */
export function livingProcesses(): LivingProcess[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      const [state, parent, group] = fields
      return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), group: Number(group) }]
    } catch {
      return []
    }
  })
}

/** The groups of the children of a process: a browser leads its own. */
export function groupsBelow(pid: number): number[] {
  return [
    ...new Set(
      livingProcesses()
        .filter(({ parent }) => parent === pid)
        .map(({ group }) => group),
    ),
  ]
}

/** Living members of these groups. */
export function membersOf(groups: readonly number[]): number[] {
  return livingProcesses()
    .filter(({ group }) => groups.includes(group))
    .map(({ pid }) => pid)
}

/** Waits until no process of these groups lives: orphans have no event; the pipe's end tells a browser to go. */
export async function goneWithin(milliseconds: number, groups: readonly number[]): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (membersOf(groups).length > 0 && Date.now() < deadline)
    await new Promise((done) => setTimeout(done, 10))
  return membersOf(groups).length === 0
}

/** Temporary folders that a run of this process id has left. */
export function temporaryFoldersOf(pid: number): string[] {
  return readdirSync(tmpdir()).filter((name) =>
    new RegExp(`^release-(?:browser|cache)-\\d+-${pid}-`).test(name),
  )
}

/** Waits until a file whose name ends so appears in a folder. */
export async function untilFile(folder: string, ending: string): Promise<void> {
  for await (const { filename } of watch(folder)) if (filename?.endsWith(ending)) return
}

/** Waits until a process has started another one. */
export async function untilBrowser(pid: number): Promise<void> {
  while (groupsBelow(pid).length === 0) await new Promise((done) => setTimeout(done, 10))
}
