import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read-draft.ts'
import { DEFAULT_IMAGE_LIMITS } from '../../src/images/read-images.ts'
import { describeDraft, isAsItWas } from '../../src/ledger/draft-state.ts'
import { draft, makeProject } from '../support/project.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
const limits = { draftBytes: 1e6, imageBytes: DEFAULT_IMAGE_LIMITS.bytes, imagePixels: 1e6 }

test.each([
  ['draft', { 'new/a.md': `${draft()}\nAnother text.\n`, 'new/a.svg': PICTURE }],
  ['picture', { 'new/a.svg': PICTURE.replace('"1"', '"2"') }],
])('a folder that takes the place of the one that was read has another %s', async (_, others) => {
  const text = `${draft()}\n![A map](a.svg)\n`
  const { folder } = makeProject({ 'old/a.md': text, 'old/a.svg': PICTURE, 'new/a.md': text, ...others })
  const at = (name: string) => join(folder, name)
  renameSync(at('old'), at('drafts'))
  const source = { path: 'drafts/a.md', file: at('drafts/a.md'), folder: at('drafts'), projectFolder: folder }
  const read = await readDraft(source, limits)
  if (!read.draft) throw new Error(JSON.stringify(read.findings))
  // The clock of the run stands far behind all files: they are old enough to be trusted.
  const known = { since: Date.now() + 60_000, timezone: undefined }
  expect(await isAsItWas(describeDraft(read.draft, known), source)).toBe(true)
  renameSync(at('drafts'), at('old'))
  renameSync(at('new'), at('drafts'))
  expect(await isAsItWas(describeDraft(read.draft, known), source)).toBe(false)
})
