import { expect, test } from 'vitest'
import { openDesk } from '../../src/desk.ts'
import { lendDrafts } from '../../src/draft/lend-drafts.ts'
import { draft } from '../support/project.ts'

const LIMITS = { draftBytes: 400_000, imageBytes: 1_000_000, imagePixels: 1_000_000 }

test('a draft that is issued for many years is read once, and forgotten with the last of them', async () => {
  const source = { path: 'stdin', file: undefined, folder: '/nowhere', projectFolder: '/nowhere' }
  let readings = 0
  const stdin = async () => {
    readings++
    return Buffer.from(draft())
  }
  const drafts = lendDrafts([{ source }, { source }, { source }], { limits: LIMITS, stdin }, openDesk())
  const lent = [await drafts.lend(source), await drafts.lend(source), await drafts.lend(source)]
  expect([new Set(lent).size, readings]).toEqual([1, 1])
  await drafts.lend(source)
  expect(readings).toBe(2)
})
