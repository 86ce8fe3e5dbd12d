import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { gatherChanges } from '../../src/watch/gather-changes.ts'

function emptyFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-gather-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'a.md')
  writeFileSync(file, '')
  return file
}

test('a file that a program has emptied to write it anew is waited for', async () => {
  const file = emptyFile()
  const changes = gatherChanges(new AbortController().signal)
  changes.add(file)
  let isTold = false
  const next = changes.next().then((paths) => {
    isTold = true
    return paths
  })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(isTold).toBe(false)
  writeFileSync(file, 'words')
  changes.add(file)
  expect(await next).toEqual([file])
})

test('one that stays empty is told of', async () => {
  const file = emptyFile()
  const changes = gatherChanges(new AbortController().signal)
  changes.add(file)
  expect(await changes.next()).toEqual([file])
})
