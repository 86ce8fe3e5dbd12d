import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'

const SUPPORT = join(import.meta.dirname, '../support')

/** What the n-th call of the file system meets, for every n; and how many calls there are at least. */
const FAULTS: readonly (readonly [fault: string, least: number, args: readonly string[]])[] = [
  ['an error of the device', 80, ['EIO']],
  ['a full disk, from then on', 20, ['ENOSPC', 'lasting']],
  ['a refusal', 15, ['EACCES']],
  ['too many open files', 15, ['EMFILE']],
  ['the end of the process by SIGKILL', 25, ['SIGKILL']],
]

/**
 * A batch with outputs of yesterday, an edited draft and a new one. Whatever happens every output is absent, old or
 * whole, what is not done is told with its path, and the next run gives the tree of one that met no fault.
 */
test('no output is torn or lost, whichever call of the file system meets a fault', async () => {
  const { folder } = makeProject()
  const outcomes = await Promise.all(
    FAULTS.map(async ([fault, least, args]) => {
      const program = ['--import', join(SUPPORT, 'faulty-fs.js'), join(SUPPORT, 'fault-driver.js')]
      const { stdout } = await execa(process.execPath, [...program, join(folder, String(args[0])), ...args])
      const { tried, wrong } = JSON.parse(stdout)
      return { fault, wrong, enough: tried >= least }
    }),
  )
  expect(outcomes).toEqual(FAULTS.map(([fault]) => ({ fault, wrong: [], enough: true })))
}, 180_000)
