import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { breakable } from '../../src/browser/breakable.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

test('what is waited for is answered or rejected as it is', async () => {
  const { unlessBroken } = breakable()
  await expect(unlessBroken(Promise.resolve(1))).resolves.toBe(1)
  await expect(unlessBroken(Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('a break rejects what is waited for then and later, and is no unhandled rejection', async () => {
  const { unlessBroken, breakAll } = breakable()
  const never = unlessBroken(new Promise(() => {}))
  let fail: (error: Error) => void = () => {}
  const failing = unlessBroken(
    new Promise((_, reject) => {
      fail = reject
    }),
  )
  breakAll(new Error('gone'))
  breakAll(new Error('gone twice'))
  fail(new Error('too late to matter'))
  for (const waited of [never, failing, unlessBroken(Promise.reject(new Error('later')))])
    await expect(waited).rejects.toThrow('gone')
})

test('what was answered is not kept, however long nothing breaks', async () => {
  const { unlessBroken, breakAll } = breakable()
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const bytes = new Uint8Array(100_000)
      const answer = new WeakRef(bytes)
      await unlessBroken(Promise.resolve(bytes))
      return answer
    }),
  )
  await new Promise((resolve) => setTimeout(resolve))
  collectGarbage()
  expect(answers.filter((answer) => answer.deref() !== undefined)).toEqual([])
  breakAll(new Error('gone'))
})
