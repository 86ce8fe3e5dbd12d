// A second run over the same drafts: nothing has changed, or one draft has.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDrafts } from '../drafts.js'
import { run, time } from '../processes.js'
import { releaseArgs } from '../tool.js'

const [NOTHING, SETTLING, SAME, CHANGED, SINGLE] = [
  'node -e 0',
  'nothing changed, first run after a change',
  'nothing changed, later runs',
  'one changed',
  'one release, cold',
]

export const repeated = {
  title: 'A second run over the same releases',
  about: 'The whole command, all three formats, into the folder of the first run.',
  unit: 'ms',
  rounds: 7,
  releases: 1000,
  async prepare({ folder, fresh, releases }) {
    const [folderOfDrafts, out] = [join(folder, 'drafts'), join(folder, 'out')]
    const drafts = writeDrafts(folderOfDrafts, releases)
    const again = () => time(process.execPath, releaseArgs(folderOfDrafts, out, '--jobs', '2'))
    await run(process.execPath, releaseArgs(folderOfDrafts, out, '--jobs', '2'))
    let edits = 0
    const changed = () => {
      const draft = drafts[Math.floor(releases / 2)]
      writeFileSync(draft, `${readFileSync(draft, 'utf8')}\nThe clerk has added line ${++edits}.\n`)
      return again()
    }
    return {
      cases: {
        [NOTHING]: () => time(process.execPath, ['-e', '0']),
        // A draft that has just been changed is read once more: its time may be that of two contents.
        [SETTLING]: again,
        [SAME]: again,
        [CHANGED]: changed,
        [SINGLE]: () => time(process.execPath, releaseArgs(drafts[0], fresh('single'))),
      },
      ratios: [
        { of: SAME, over: NOTHING, most: 6 },
        { of: SETTLING, over: NOTHING, most: 6 },
        { of: CHANGED, over: SINGLE },
      ],
    }
  },
}
