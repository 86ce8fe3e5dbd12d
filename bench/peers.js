// Tools that do a part of the same work. Each makes a PDF only, of the same Markdown without its front matter,
// with its own plain style.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchOptions } from './chromium.js'
import { body } from './drafts.js'
import { run, time } from './processes.js'
import { toTypst } from './to-typst.js'

const MODULES = join(import.meta.dirname, 'node_modules')
const WITH_NPM = 'not installed: `npm run bench:peers`'
const WITH_APT = 'not installed: `apt-get install pandoc weasyprint`'

/** The names of the peers, as tables have them. */
export const PEERS = {
  mdToPdf: 'md-to-pdf',
  pandoc: 'pandoc + weasyprint',
  typst: 'typst (compiler of typst.ts)',
}

/**
 * A case for each peer: `count` documents in one run of it, in milliseconds for one. Where a peer is missing, the
 * command that installs it stands in place of its case.
 */
export function peerCases({ folder, chromium, counts }) {
  const has = (name) => existsSync(join(MODULES, name))
  const hasPandoc = versionOf('pandoc') && versionOf('weasyprint')
  return {
    [PEERS.mdToPdf]: has('md-to-pdf') ? excused(mdToPdf(folder, chromium, counts.mdToPdf)) : WITH_NPM,
    [PEERS.pandoc]: hasPandoc ? excused(pandoc(folder, counts.pandoc)) : WITH_APT,
    [PEERS.typst]: has('@myriaddreamin') ? excused(typst(folder, counts.typst)) : WITH_NPM,
  }
}

/** A peer that fails does not end the measure: the first line of what it said stands in its place. */
function excused(work) {
  return () =>
    work().catch(({ message }) => `failed: ${/\w*Error: .*/.exec(message)?.[0] ?? message.split('\n')[0]}`)
}

/** The versions of those that are installed. */
export function peerVersions() {
  const ofPackage = (name) => {
    const path = join(MODULES, name, 'package.json')
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined
  }
  const versions = {
    'md-to-pdf': ofPackage('md-to-pdf'),
    puppeteer: ofPackage('puppeteer'),
    '@myriaddreamin/typst-ts-node-compiler': ofPackage('@myriaddreamin/typst-ts-node-compiler'),
    pandoc: versionOf('pandoc'),
    weasyprint: versionOf('weasyprint'),
  }
  return Object.entries(versions).map(([name, version]) => `${name} ${version ?? 'not installed'}`)
}

// It opens all files given to it at once, each in a page of its own.
function mdToPdf(folder, chromium, count) {
  const files = writeSources(join(folder, 'md-to-pdf'), count, 'md', body)
  const program = join(MODULES, 'md-to-pdf/dist/cli.js')
  const args = [program, '--launch-options', JSON.stringify(launchOptions(chromium)), ...files]
  return async () => (await time(process.execPath, args, { cwd: folder })) / count
}

function pandoc(folder, count) {
  const files = writeSources(join(folder, 'pandoc'), count, 'md', body)
  return async () => {
    const began = performance.now()
    for (const file of files) {
      const to = ['--standalone', '--metadata', 'title=Release', '--pdf-engine=weasyprint']
      await run('pandoc', ['--from', 'gfm+footnotes', file, ...to, '-o', `${file}.pdf`])
    }
    return (performance.now() - began) / count
  }
}

// The Markdown is turned into Typst's markup beforehand; that is not counted.
function typst(folder, count) {
  const files = writeSources(join(folder, 'typst'), count, 'typ', (number) => toTypst(body(number)))
  const program = join(import.meta.dirname, 'programs/typst.js')
  return async () => (await time(process.execPath, [program, ...files])) / count
}

function writeSources(folder, count, extension, source) {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, number) => {
    const file = join(folder, `${number}.${extension}`)
    writeFileSync(file, source(number))
    return file
  })
}

function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined
}
