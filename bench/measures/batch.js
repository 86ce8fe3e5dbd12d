// Many distinct releases in one run, all three formats.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPrinter, launchOptions } from '../chromium.js'
import { writeDrafts } from '../drafts.js'
import { PEERS, peerCases } from '../peers.js'
import { run, time } from '../processes.js'
import { releaseArgs } from '../tool.js'

const [RELEASE, FLOOR, LOOP, CHROMIUM] = [
  'release',
  'floor: printing again what is laid out',
  'Puppeteer: setContent and pdf',
  'Chromium --print-to-pdf',
]
const PROGRAMS = join(import.meta.dirname, '../programs')

export const batch = {
  title: 'Batch: distinct releases of about 990 words',
  about:
    'For one release; `release` and the loop with the start of Node and of the browser, the floor without. ' +
    'Two pages each. The loop, the floor and Chromium print the HTML of `release`, and write no HTML or text.',
  unit: 'ms',
  rounds: 5,
  releases: 300,
  async prepare({ folder, chromium, fresh, releases }) {
    const [drafts, kept] = [join(folder, 'drafts'), join(folder, 'kept')]
    writeDrafts(drafts, releases)
    await run(process.execPath, releaseArgs(drafts, kept, '-f', 'html'))
    const pages = readdirSync(kept)
      .filter((name) => name.endsWith('.html'))
      .map((name) => join(kept, name))
    const launch = JSON.stringify(launchOptions(chromium))
    const printer = findPrinter()
    const few = Math.min(10, releases)
    const printEach = async () => {
      let sum = 0
      for (const page of pages.slice(0, few))
        sum += await time(printer.program, printer.args(page, join(folder, 'x.pdf')))
      return sum / few
    }
    return {
      cases: {
        [RELEASE]: async () =>
          (await time(process.execPath, releaseArgs(drafts, fresh('out'), '--jobs', '2'))) / releases,
        [FLOOR]: async () =>
          Number(
            await run(process.execPath, [join(PROGRAMS, 'floor.js'), String(releases), ...pages.slice(0, 2)]),
          ),
        [LOOP]: async () =>
          (await time(process.execPath, [
            join(PROGRAMS, 'puppeteer-loop.js'),
            launch,
            fresh('loop'),
            ...pages,
          ])) / releases,
        [CHROMIUM]: printer ? printEach : 'not installed: `apt-get install chromium`',
        // md-to-pdf opens all files at once: more than these, and its pages exceed their 30 seconds.
        ...peerCases({
          folder,
          chromium,
          counts: { mdToPdf: Math.min(20, releases), pandoc: Math.min(4, releases), typst: releases },
        }),
      },
      ratios: [
        { of: RELEASE, over: LOOP, most: 0.5 },
        { of: RELEASE, over: FLOOR, most: 1.8 },
        { of: RELEASE, over: PEERS.mdToPdf, most: 0.1 },
        { of: RELEASE, over: CHROMIUM },
        { of: RELEASE, over: PEERS.pandoc },
        { of: RELEASE, over: PEERS.typst },
      ],
    }
  },
}
