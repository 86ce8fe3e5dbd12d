import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { groupMembers, inFolder } from './fixtures.ts'

const repository = resolve(import.meta.dirname, '../..')

/**
 * A program that opens a printer, tells the browser's process id and goes on printing until it is stopped.
 */
const program = `
import { openPrinter } from ${JSON.stringify(join(repository, 'src/browser/open-printer.ts'))}
const printer = openPrinter({ env: process.env })
process.on('SIGTERM', () => { printer.killNow(); process.exit(143) })
const page = { before: '<!doctype html><title>x</title><p>x', fonts: '', behind: '' }
await printer.print(page)
console.log((await printer.describe()).pid)
for (;;) await printer.print(page)
`

test.each([
  ['SIGKILL', null, 'SIGKILL'],
  ['SIGTERM', 143, null],
] as const)('a run ended by %s leaves no browser', (signal, code, by) =>
  inFolder(async (folder) => {
    await build({
      stdin: { contents: program, resolveDir: repository, loader: 'ts' },
      outfile: join(folder, 'run.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['@sparticuz/chromium'],
      alias: { debug: join(repository, 'src/browser/no-debug.ts') },
    })
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
    const child = spawn(process.execPath, [join(folder, 'run.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const group = Number(line)
    expect(groupMembers(group).length).toBeGreaterThan(2)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([code, by])
    // Orphans have no event to wait for; the pipe's end tells the browser to go.
    const deadline = Date.now() + 5000
    while (groupMembers(group).length && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 10))
    expect(groupMembers(group)).toEqual([])
  }),
)
