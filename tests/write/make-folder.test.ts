import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../src/write/make-folder.ts'
import { makeProject } from '../support/project.ts'

test('folders below the same new one are made at once', async () => {
  const { folder } = makeProject()
  const folders = Array.from({ length: 300 }, (_, i) => join(folder, `${i % 20}/a/b/c${i % 40}`))
  await Promise.all(folders.map(makeFolder))
  expect(folders.filter((made) => !existsSync(made))).toEqual([])
})

test('a folder that the system refuses although the one above is there is an error, and not for ever', async () => {
  await expect(makeFolder('/proc/none/a')).rejects.toMatchObject({ code: 'ENOENT' })
})
