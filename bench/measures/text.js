// HTML and text without a browser, in a process that is warm.
import { join, resolve } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { body, writeDrafts } from '../drafts.js'
import { ROOT } from '../tool.js'

const [RELEASE, MEMORY, PLAIN, GFM] = [
  'HTML and text, files written',
  'HTML and text, in memory',
  'mdast-util-from-markdown alone',
  'mdast-util-from-markdown with the extensions for tables, footnotes and strikethrough',
]

export const text = {
  title: 'HTML and text only',
  about: 'For one release, in one process that has done all of it twice before. Read from files each time.',
  unit: 'ms',
  rounds: 9,
  releases: 300,
  async prepare({ folder, fresh, releases }) {
    const tool = await import('../../dist/index.js')
    const drafts = writeDrafts(join(folder, 'drafts'), releases)
    const bodies = drafts.map((_, number) => body(number))
    const config = join(ROOT, 'examples/release.config.yaml')
    const options = { drafts: [join(folder, 'drafts')], formats: ['html', 'text'], config, cwd: ROOT }
    const limits = (await tool.loadConfig(options)).limits
    const known = { name: 'ruritania', folder: join(ROOT, 'examples/letterheads/ruritania'), builtIn: false }
    const letterhead = await tool.loadLetterhead(known, ROOT)
    const circumstances = { now: new Date(0), timezone: 'Europe/London' }

    const files = async () => {
      const { exitCode } = await tool.build({ ...options, output: fresh('out') })
      if (exitCode !== 0) throw new Error('drafts were refused')
    }
    const memory = async () => {
      for (const file of drafts) {
        const source = { path: file, file, folder: join(folder, 'drafts'), projectFolder: resolve(folder) }
        const { draft } = await tool.readDraft(source, limits)
        const { release } = await tool.composeRelease(draft, letterhead, circumstances)
        tool.renderHtml(release, 'release').bytes()
        tool.renderText(release)
      }
    }
    const plain = () => {
      for (const one of bodies) fromMarkdown(one)
    }
    const gfm = () => {
      for (const one of bodies) {
        fromMarkdown(one, {
          extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmFootnote()],
          mdastExtensions: [
            gfmTableFromMarkdown(),
            gfmStrikethroughFromMarkdown(),
            gfmFootnoteFromMarkdown(),
          ],
        })
      }
    }
    const each = (work) => async () => {
      const began = performance.now()
      await work()
      return (performance.now() - began) / releases
    }
    const cases = { [RELEASE]: each(files), [MEMORY]: each(memory), [PLAIN]: each(plain), [GFM]: each(gfm) }
    for (const warmUp of [1, 2]) for (const work of Object.values(cases)) await work(warmUp)
    return {
      cases,
      ratios: [
        { of: RELEASE, over: PLAIN, most: 2 },
        { of: RELEASE, over: GFM },
        { of: MEMORY, over: PLAIN },
        { of: MEMORY, over: GFM },
      ],
    }
  },
}
