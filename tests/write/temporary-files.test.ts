import { spawnSync } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepOnce, temporaryName } from '../../src/write/temporary-files.ts'
import { makeProject } from '../support/project.ts'

const MINE = temporaryName()
const PARTS = /^\.release-([0-9a-f]{8})-(\d+)-([0-9a-f]{8})-([0-9a-f]{12})\.tmp$/
const [, PLACE = '', PID = '', LIFE = '', RANDOM = ''] = PARTS.exec(MINE) ?? []
/** The id of a process that has ended. */
const ENDED = spawnSync(process.execPath, ['--version']).pid
const HOURS_AGO = Date.now() / 1000 - 2 * 3600

test('names differ, and say whose they are', () => {
  expect(PID).toBe(String(process.pid))
  expect(temporaryName()).not.toBe(MINE)
  expect(temporaryName()).toContain(`.release-${PLACE}-${PID}-${LIFE}-`)
})

test.each<[string, string, isOld: boolean, stays: boolean]>([
  ['of this run', MINE, true, true],
  ['of a run that has ended', `.release-${PLACE}-${ENDED}-${LIFE}-${RANDOM}.tmp`, false, false],
  ['of an earlier process with our id, as in a container', MINE.replace(LIFE, '0'.repeat(8)), false, false],
  ['of a living process', `.release-${PLACE}-1-${LIFE}-${RANDOM}.tmp`, true, false],
  ['of another machine, young', MINE.replace(PLACE, 'f'.repeat(8)), false, true],
  ['of another machine, old', MINE.replace(PLACE, 'f'.repeat(8)), true, false],
  ['of another program', '.release-notes.tmp', true, true],
  ['that is the output of somebody', `${MINE}.html`, true, true],
])('a temporary file %s', async (_, name, isOld, stays) => {
  const { folder, files } = makeProject({ [name]: 'half', 'draft.html': 'whole' })
  if (isOld) utimesSync(join(folder, name), HOURS_AGO, HOURS_AGO)
  await sweepOnce(folder)
  expect(files()).toEqual([...(stays ? [name] : []), 'draft.html'].sort())
})

test('a folder is looked through once, and one that is not there is no error', async () => {
  const { folder, write, files } = makeProject()
  await sweepOnce(join(folder, 'none'))
  await sweepOnce(folder)
  write(`.release-${PLACE}-${ENDED}-${LIFE}-${RANDOM}.tmp`, 'half')
  await sweepOnce(folder)
  expect(files()).toHaveLength(1)
})
