import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'

/** Enough for each way to kill a browser once; `scripts/kill-loop.js` alone does 50 and 50 in a batch of 300. */
const KILLS = 4
const DRAFTS = 16

/** It waits for browsers that stand still; how long its random moments take is known to nobody. */
const TIMEOUT = 240_000

test('random kills of the tool and of its browser: nothing is torn, lost, left behind or built twice', {
  timeout: TIMEOUT,
}, async () => {
  const script = join(import.meta.dirname, '../../scripts/kill-loop.js')
  const run = await execa(process.execPath, [script, String(KILLS), String(DRAFTS)], { reject: false })
  expect(run.stderr).toBe('')
  expect(JSON.parse(run.stdout)).toMatchObject({
    wrong: [],
    toolKills: KILLS,
    browserKills: {
      'browser SIGKILL': 1,
      'renderer SIGKILL': 1,
      'browser SIGSTOP': 1,
      'renderer SIGSTOP': 1,
    },
  })
})
