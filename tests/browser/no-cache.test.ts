import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterEach, expect, test, vi } from 'vitest'
import { type BrowserPackage, findBrowserPackage, unpackFonts } from '../../src/browser/unpack-browser.ts'
import { BINARY, draft, makeProject, type Project } from '../support/project.ts'

// Root writes wherever it likes, and has a cache in /var where no test can put a file in its place: it becomes
// an ordinary user, in a user namespace as the sandbox of the browser needs one.
const ROOT = process.getuid?.() === 0
const AS_USER = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
const cannotBecomeUser = ROOT && spawnSync('unshare', [...AS_USER.slice(1), 'true']).status !== 0
const CURE = 'name a folder of your own, e.g. RELEASE_CACHE_DIR=/srv/cache/release'

afterEach(() => void vi.restoreAllMocks())

/** A project whose file `cache` stands where the folder of the cache should be. */
function withoutCache(): { project: Project; env: { RELEASE_CACHE_DIR: string; XDG_CACHE_HOME: string } } {
  const project = makeProject({ 'draft.md': draft(), cache: '' })
  const cache = join(project.folder, 'cache')
  return { project, env: { RELEASE_CACHE_DIR: cache, XDG_CACHE_HOME: cache } }
}

async function releaseAsUser(args: readonly string[]) {
  const { project, env } = withoutCache()
  const [program = '', ...rest] = [...(ROOT ? AS_USER : []), process.execPath, BINARY, ...args]
  return { project, ...(await execa(program, rest, { cwd: project.folder, env, reject: false })) }
}

const problemsIn = (folder: string) =>
  `${join(folder, 'cache')} cannot be written (EEXIST); ${join(folder, 'cache/release')} cannot be written (ENOTDIR)`

test.skipIf(cannotBecomeUser)('a build without a cache says so once, with the cure, and prints', async () => {
  const { project, exitCode, stderr } = await releaseAsUser(['build', 'draft.md', '--verbose'])
  expect(exitCode).toBe(0)
  expect(project.files()).toContain('draft.pdf')
  expect(stderr.split('\n').filter((line) => line.startsWith('note: '))).toEqual([
    `note: chromium-${findBrowserPackage()?.version} is unpacked anew in each run (${problemsIn(project.folder)}): ${CURE}`,
  ])
})

test.skipIf(cannotBecomeUser)('doctor calls a missing cache bad and names the cure', async () => {
  const { project, exitCode, stdout } = await releaseAsUser(['doctor'])
  expect(exitCode).toBe(0)
  expect(stdout.split('\n').filter((line) => line.startsWith('BAD'))).toEqual([
    `BAD  cache      unpacks anew each time: ${problemsIn(project.folder)} – ${CURE}`,
  ])
})

test('what is unpacked without a cache serves until the end of the run', async () => {
  if (ROOT) vi.spyOn(process, 'getuid').mockReturnValue(1000)
  const notes: string[] = []
  const options = {
    env: withoutCache().env,
    note: (text: string) => notes.push(text),
    undo: new Set<() => void>(),
  }
  const found = findBrowserPackage() as BrowserPackage
  const folders = [await unpackFonts(found, options), await unpackFonts(found, options)]
  for (const action of options.undo) action()
  expect(new Set(folders).size).toBe(1)
  expect(notes).toHaveLength(1)
  expect(() => writeFileSync(join(folders[0] ?? '', 'x'), '')).toThrow('ENOENT')
})
