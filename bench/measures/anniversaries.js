// One draft issued for many years: what the arithmetic and the words of an anniversary take of the whole command.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { time } from '../processes.js'
import { ROOT, releaseArgs } from '../tool.js'

const [FROM, TO, FLOOD] = [1993, 2030, { year: 1992, month: 2, day: 26 }]
const [WORDS, COMMAND] = ['arithmetic and words', 'the whole command, HTML and text']
const TAGS = ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh']

export const anniversaries = {
  title: 'Anniversaries: 40 drafts, each for 38 years',
  about: 'For one release. The arithmetic and the words alone may take a thousandth of a second.',
  unit: 'ms',
  rounds: 5,
  async prepare({ folder, fresh }) {
    const drafts = 40
    const releases = drafts * (TO - FROM + 1)
    const example = readFileSync(
      join(ROOT, 'examples/anniversaries/strelsau-flood/strelsau-flood-en.md'),
      'utf8',
    )
    const dated = example.replace(/^(\s+date:) \S+$/m, '$1 1992-02-26')
    mkdirSync(join(folder, 'drafts'))
    for (let i = 0; i < drafts; i++) writeFileSync(join(folder, 'drafts', `draft-${i}.md`), dated)
    const { findLanguage, readEvent, anniversaryOf } = await wordsModule(folder)
    const words = () => {
      const began = performance.now()
      for (let draft = 0; draft < drafts; draft++) {
        for (let year = FROM; year <= TO; year++) {
          const event = readEvent({ date: '1992-02-26' })
          if (!anniversaryOf(event.event ?? event, { year })) throw new Error('no anniversary')
          const { language } = findLanguage(TAGS[draft % TAGS.length])
          language.fullDate({ ...FLOOD, year })
          for (const word of ['ordinal', 'ordinalInWords', 'cardinalInWords', 'yearsAgo'])
            language.anniversary[word](year - FLOOD.year)
        }
      }
      return (performance.now() - began) / releases
    }
    const command = async () => {
      const args = releaseArgs(
        join(folder, 'drafts'),
        fresh('out'),
        '-f',
        'html,text',
        '--years',
        `${FROM}..${TO}`,
      )
      return (await time(process.execPath, args)) / releases
    }
    return {
      cases: { [WORDS]: words, [COMMAND]: command },
      ratios: [
        { of: WORDS, most: 1 },
        { of: WORDS, over: COMMAND },
      ],
    }
  },
}

async function wordsModule(folder) {
  const outfile = join(folder, 'words.mjs')
  await build({
    stdin: {
      contents: `export { findLanguage } from './src/language/find-language.ts'
        export { readEvent } from './src/release/occasion-date.ts'
        export { anniversaryOf } from './src/release/occasion.ts'`,
      resolveDir: ROOT,
    },
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  })
  return import(pathToFileURL(outfile))
}
