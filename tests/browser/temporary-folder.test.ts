import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepTemporaryFolders } from '../../src/browser/temporary-folder.ts'
import { pidNamespace } from '../../src/process-life.ts'

test('the profile of a killed run stays while its browser is ending, and is swept afterwards', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const folder = join(tmpdir(), `release-browser-${pidNamespace()}-${pid}-ABCdef`)
  mkdirSync(join(folder, 'profile'), { recursive: true })
  const program = 'console.log(1); setTimeout(() => {}, 60_000)'
  const browser = spawn(process.execPath, ['-e', program, '--', `--user-data-dir=${folder}/profile`])
  await once(browser.stdout, 'data')
  sweepTemporaryFolders()
  expect(existsSync(folder)).toBe(true)
  browser.kill('SIGKILL')
  await once(browser, 'close')
  sweepTemporaryFolders()
  expect(existsSync(folder)).toBe(false)
})
