import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** The stages in the order of the pipeline: each may import itself and what stands before it. */
const STAGES = [
  'finding.ts',
  'formats.ts',
  'version.ts',
  'process-life.ts',
  'file-stamp.ts',
  'desk.ts',
  'free-memory.ts',
  // The shape of the proof: builds write it, `verify` reads it.
  'manifest',
  'language',
  'yaml',
  'markdown',
  'images',
  'draft',
  'config-fields.ts',
  'build-options.ts',
  'display-path.ts',
  'config-file.ts',
  'config.ts',
  'letterhead',
  'release',
  // Scanners of drafts: they need words, dates and trees, and know no outputs.
  'check',
  // Reads what the scanners find and what an occasion says; the command writes.
  'roll',
  'render',
  // Reads what was built; knows how a PDF is made (render) and where drafts and letterheads lie.
  'verify',
  // Asks the links of drafts; nothing else knows the network.
  'online',
  'browser',
  'write',
  'report',
  // Keeps what the outputs of a folder were made of.
  'ledger',
  'plan-jobs.ts',
  'workshop.ts',
  'make-release.ts',
  'build-release.ts',
  'look-around.ts',
  'check-drafts.ts',
  'build.ts',
  // Builds again and again: it needs the whole pipeline.
  'watch',
  'index.ts',
  'commands',
  'cli.ts',
]

/** What later stages lend to earlier ones, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'commands -> cli.ts': 'types only: the process that cli.ts is given',
}

/** Who may import what, and why. */
const WALLS: readonly { of: RegExp; only: RegExp; because: string }[] = [
  {
    of: /^gray-matter$/,
    only: /^draft\/front-matter\.ts$/,
    because: 'it would run code; one file knows how to hold it',
  },
  {
    of: /^handlebars$/,
    only: /^(?:letterhead\/|draft\/expressions\.ts$)/,
    because: 'it compiles letterheads; of drafts it only parses one expression at a time',
  },
  { of: /^puppeteer-core/, only: /^browser\//, because: 'one stage knows the browser' },
  { of: /^unpdf/, only: /^verify\//, because: 'pdf.js is large: only `verify` reads PDFs' },
  { of: /^chokidar$/, only: /^watch\/watch-files\.ts$/, because: 'nothing else runs on after a build' },
  { of: /^commander$/, only: /^(?:cli\.ts|commands\/)/, because: 'the library knows no command line' },
  {
    of: /^node:(?:http|https|http2|net|tls|dns|dgram)(?:\/|$)/,
    only: /^online\//,
    because: 'the network is used by `release check --online` alone',
  },
  { of: /^node:child_process$/, only: /^browser\//, because: 'nothing but the browser is ever started' },
  {
    of: /^node:(?:fs|fs\/promises)$/,
    only: /^(?:draft|images|letterhead|verify|browser|write|ledger|watch|commands)\/|^(?:config|config-file|plan-jobs|process-life|file-stamp|build)\.ts$/,
    because: 'the middle of the pipeline is pure: effects stand at its ends',
  },
]

/** Names that write, and the files that may use them. */
const WRITES =
  /\b(?:writeFile|writeFileSync|mkdir|mkdirSync|mkdtemp|mkdtempSync|rename|renameSync|rm|rmSync|unlink|cp|copyFile|createWriteStream|appendFile|chown|chownSync|symlink)\b/
const WRITERS = /^(?:write\/|browser\/|commands\/letterhead\.ts$)/

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
    ([, name]) => name ?? '',
  )

const stageOf = (file: string): string => file.split('/')[0] ?? ''

describe('the walls between the stages', () => {
  test('every file belongs to a stage', () => {
    expect([...new Set(files.map(stageOf))].filter((stage) => !STAGES.includes(stage))).toEqual([])
  })

  test('a stage imports only itself and earlier stages', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
        .map((name) => normalize(relative(SRC, join(SRC, dirname(file), name))).replaceAll('\\', '/'))
        .filter((target) => STAGES.indexOf(stageOf(target)) > STAGES.indexOf(stageOf(file)))
        .filter((target) => EXCEPTIONS[`${stageOf(file)} -> ${stageOf(target)}`] === undefined)
        .map((target) => `${file} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  for (const { of, only, because } of WALLS) {
    test(`${of.source} only in ${only.source}: ${because}`, () => {
      expect(
        files.filter((file) => !only.test(file) && importsOf(file).some((name) => of.test(name))),
      ).toEqual([])
    })
  }

  test('files are written only in write/, by the unpacking of the browser, and by `letterhead eject`', () => {
    const importing = files.filter((file) => {
      const source = readFileSync(join(SRC, file), 'utf8')
      return [...source.matchAll(/import \{([^}]*)\} from 'node:fs(?:\/promises)?'/g)].some(([, names]) =>
        WRITES.test(names ?? ''),
      )
    })
    expect(importing.filter((file) => !WRITERS.test(file))).toEqual([])
  })

  test('the pure stages know no process and no clock', () => {
    const pure = files.filter((file) =>
      /^(?:manifest|language|yaml|markdown|release|check|roll|render|report)\//.test(file),
    )
    const wrong = pure.filter((file) =>
      /\bprocess\.|\bDate\.now\(|new Date\(\)|performance\.now/.test(readFileSync(join(SRC, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  test('no file has more than 250 lines, and half of them under 90', () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(join(SRC, file), 'utf8').split('\n').length - 1,
    }))
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90)
  })

  test('no folder or file is a drawer for anything', () => {
    expect(
      files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|core|misc|lib)(?:\/|\.ts$)/.test(file)),
    ).toEqual([])
  })
})
