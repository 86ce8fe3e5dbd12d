// One release, each time in a process of its own.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPrinter } from '../chromium.js'
import { PEERS, peerCases } from '../peers.js'
import { run, time } from '../processes.js'
import { ROOT, releaseArgs } from '../tool.js'

const [NOTHING, TEXT, ALL, CHROMIUM] = [
  'node -e 0',
  'HTML and text',
  'HTML, PDF and text',
  'Chromium --print-to-pdf',
]

export const cold = {
  title: 'Cold: one release',
  about: 'The example eder-decade; outputs are removed before each run. Peers: one invented draft, PDF only.',
  unit: 'ms',
  rounds: 15,
  async prepare({ folder, chromium, fresh }) {
    const draft = join(ROOT, 'examples/eder-decade/draft.md')
    const release = (...more) => time(process.execPath, releaseArgs(draft, fresh('out'), ...more))
    const printer = findPrinter()
    const [kept, html] = [join(folder, 'kept'), join(folder, 'page.html')]
    mkdirSync(kept)
    await run(process.execPath, releaseArgs(draft, kept)) // unpacks the browser, warms the disk
    copyFileSync(join(kept, 'draft.html'), html)
    return {
      cases: {
        [NOTHING]: () => time(process.execPath, ['-e', '0']),
        [TEXT]: () => release('-f', 'html,text'),
        [ALL]: () => release(),
        [CHROMIUM]: printer
          ? () => time(printer.program, printer.args(html, join(folder, 'x.pdf')))
          : 'not installed: `apt-get install chromium`',
        ...peerCases({ folder, chromium, counts: { mdToPdf: 1, pandoc: 1, typst: 1 } }),
      },
      ratios: [
        { of: TEXT, over: NOTHING, most: 5 },
        { of: ALL, over: CHROMIUM, most: 2 },
        ...Object.values(PEERS).map((peer) => ({ of: ALL, over: peer })),
      ],
    }
  },
}
