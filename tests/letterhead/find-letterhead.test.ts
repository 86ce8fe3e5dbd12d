import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLetterhead, listLetterheads } from '../../src/letterhead/find-letterhead.ts'
import { makeProject } from '../support/project.ts'

const FILES = { 'own/ruritania/letterhead.yaml': '', 'own/mission/letterhead.yaml': '', 'own/empty/x': '' }

describe('a letterhead', () => {
  it('of one’s own replaces the built-in one of its name', async () => {
    const { folder } = makeProject(FILES)
    const listed = await listLetterheads(join(folder, 'own'))
    expect(listed.map(({ name, builtIn }) => [name, builtIn])).toEqual([
      ['mission', false],
      ['ruritania', false],
    ])
    expect((await findLetterhead('mission', join(folder, 'own'), folder)).folder).toBe(
      join(folder, 'own/mission'),
    )
  })

  it('is built in where there is no other', async () => {
    expect(await findLetterhead('mission', undefined, '/')).toMatchObject({ name: 'mission', builtIn: true })
  })

  it('is a folder where a path names one', async () => {
    const { folder } = makeProject(FILES)
    for (const name of ['./own/ruritania', 'own/ruritania', join(folder, 'own/ruritania')]) {
      expect((await findLetterhead(name, undefined, folder)).folder).toBe(join(folder, 'own/ruritania'))
    }
  })

  it.each([
    ['mision', 'no letterhead "mision"', 'did you mean "mission"?'],
    ['elphberg', 'no letterhead "elphberg"', 'known: mission, ruritania; a folder is given as ./elphberg'],
    ['empty', 'no letterhead "empty"', 'known: mission, ruritania; a folder is given as ./empty'],
    [
      'constructor',
      'no letterhead "constructor"',
      'known: mission, ruritania; a folder is given as ./constructor',
    ],
    [
      './own/empty',
      'no letterhead.yaml in "./own/empty"',
      'make one: release letterhead eject mission ./own/empty',
    ],
  ])('that is not there is named with the nearest: %s', async (name, message, hint) => {
    const { folder } = makeProject(FILES)
    const finding = findLetterhead(name, join(folder, 'own'), folder)
    await expect(finding).rejects.toMatchObject({ rule: 'letterhead-unknown', message, hint })
  })
})
