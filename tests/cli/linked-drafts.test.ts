import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

test('a draft that links take out of the project is refused, and nothing of it is shown', async () => {
  const project = makeProject({
    'in/.git/HEAD': '',
    'in/drafts/v.md': draft(),
    'secret.md': 'TOP-SECRET=1\n',
  })
  const folder = join(project.folder, 'in')
  mkdirSync(join(project.folder, 'outside'))
  writeFileSync(join(project.folder, 'outside/q.md'), draft())
  symlinkSync('../../secret.md', join(folder, 'drafts/s.md'))
  symlinkSync('/proc/self/environ', join(folder, 'drafts/env.md'))
  symlinkSync('../../outside', join(folder, 'drafts/od'))
  symlinkSync('v.md', join(folder, 'drafts/within.md'))
  const options = { cwd: folder, env: { GITHUB_TOKEN: 'ghs_secret' } }
  for (const args of [
    ['build', 'drafts', '-f', 'text', '-o', 'out'],
    ['check', 'drafts'],
    ['build', 'drafts', '--json', '--dry-run'],
  ]) {
    const { exitCode, stdout, stderr } = await project.release(args, options)
    expect(exitCode).toBe(1)
    expect(stdout + stderr).not.toMatch(/SECRET|ghs_secret/)
    for (const name of ['s.md', 'env.md', 'od/q.md']) expect(stdout + stderr).toContain(name)
    expect(stdout + stderr).toContain('leads out of the project folder')
  }
})
