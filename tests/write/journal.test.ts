import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journalName, openJournal, readJournal } from '../../src/write/journal.ts'
import { makeProject } from '../support/project.ts'

test('notes are read back in their order, and are gone when the journal is removed', () => {
  const { folder, files } = makeProject()
  const journal = openJournal(join(folder, journalName()))
  expect(files()).toEqual([])
  journal.add({ a: 1 })
  journal.add('Überschwemmung\n')
  expect(readJournal(join(folder, journalName()))).toEqual([{ a: 1 }, 'Überschwemmung\n'])
  journal.remove()
  expect([files(), readJournal(join(folder, journalName()))]).toEqual([[], []])
})

test('cut off at any byte it loses the last note only, and what is added later is whole', () => {
  const { folder } = makeProject()
  const file = join(folder, journalName())
  const journal = openJournal(join(folder, journalName()))
  journal.add({ note: 1 })
  journal.add({ note: 2 })
  const whole = readFileSync(file)
  const first = whole.indexOf('1}') + 2
  for (let length = 0; length <= whole.length; length += 1) {
    truncateSync(file, 0)
    appendFileSync(file, whole.subarray(0, length))
    openJournal(join(folder, journalName())).add({ note: 3 })
    const kept = [
      ...(length >= first ? [{ note: 1 }] : []),
      ...(length >= whole.length - 1 ? [{ note: 2 }] : []),
    ]
    expect(readJournal(join(folder, journalName())), `${length} bytes`).toEqual([...kept, { note: 3 }])
  }
})

test('bytes that are no notes are passed over', () => {
  const { folder } = makeProject({
    [journalName()]: Buffer.from([0xff, 0xfe, 0x0a, 0x5b, 0x31, 0x5d, 0x0a, 0x00, 0x0a, 0x7b]),
  })
  expect(readJournal(join(folder, journalName()))).toEqual([[1]])
})

test('where it cannot be written, nothing is thrown: only time depends on it', () => {
  const { folder } = makeProject()
  mkdirSync(join(folder, journalName()))
  expect(() => openJournal(join(folder, journalName())).add({ note: 1 })).not.toThrow()
  expect(readJournal(join(folder, journalName()))).toEqual([])
  expect(existsSync(join(folder, journalName()))).toBe(true)
})
