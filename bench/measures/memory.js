// How memory grows with the number of releases.
import { join } from 'node:path'
import { writeDrafts } from '../drafts.js'
import { peakMemory } from '../processes.js'
import { releaseArgs } from '../tool.js'

export const memory = {
  title: 'Memory of a large batch',
  about:
    'The largest sum of PSS (/proc/<pid>/smaps_rollup), looked at each 200 ms: Node, and all processes of Chromium.',
  unit: 'MB',
  rounds: 3,
  releases: 5000,
  async prepare({ folder, fresh, releases }) {
    const sizes = [Math.ceil(releases / 5), releases]
    const name = (who, size) => `${who}, ${size} releases`
    for (const size of sizes) writeDrafts(join(folder, `drafts-${size}`), size)
    // One run gives two figures: Node's case makes it, Chromium's tells what it came to.
    const casesOf = (size) => {
      let peak
      return {
        [name('Node', size)]: async () => {
          peak = await peakMemory(
            process.execPath,
            releaseArgs(join(folder, `drafts-${size}`), fresh('out'), '--jobs', '2'),
          )
          return peak.itself
        },
        [name('Chromium', size)]: () => peak.descendants,
      }
    }
    return {
      cases: { ...casesOf(sizes[0]), ...casesOf(sizes[1]) },
      ratios: ['Node', 'Chromium'].map((who) => ({
        of: name(who, sizes[1]),
        over: name(who, sizes[0]),
        most: 1.15,
      })),
    }
  },
}
