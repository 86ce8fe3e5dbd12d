import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowsers } from '../../src/browser/find-browser.ts'
import { startBrowser } from '../../src/browser/start-browser.ts'
import { isRoot } from '../../src/browser/temporary-folder.ts'
import { documentOf, groupMembers, inFolder, pieces, program, withPrinter } from './fixtures.ts'

const ownUid = isRoot() ? 65534 : process.getuid?.()

function statusOf(pid: number): Record<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/:\s+/, 2)))
}

function renderersOf(group: number): number[] {
  return groupMembers(group).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'),
  )
}

function starting(extra: { noSandbox?: boolean; timeout?: number } = {}) {
  const [notes, warnings] = [[] as string[], [] as string[]]
  return {
    env: process.env,
    timeout: 20_000,
    note: (text: string) => notes.push(text),
    warn: (text: string) => warnings.push(text),
    undo: new Set<() => void>(),
    signal: new AbortController().signal,
    notes,
    warnings,
    ...extra,
  }
}

test('every process runs unprivileged, the renderers in the sandbox with a system call filter', () =>
  withPrinter({}, async (printer) => {
    await printer.print(pieces(documentOf('<p>x</p>')))
    const { pid, sandbox } = await printer.describe()
    expect(sandbox).toBe(true)
    for (const member of groupMembers(pid)) expect(statusOf(member).Uid).toMatch(new RegExp(`^${ownUid}\\b`))
    const renderers = renderersOf(pid)
    expect(renderers.length).toBeGreaterThan(0)
    for (const renderer of renderers) {
      expect(statusOf(renderer)).toMatchObject({ Seccomp: '2', NoNewPrivs: '1' })
      // A process id of its own in another namespace: the sandbox of user namespaces is on, not only the
      // filter.
      expect(statusOf(renderer).NSpid?.split('\t').length).toBeGreaterThan(1)
    }
    // Root keeps no supplementary group for it; anyone else has the groups they have.
    if (isRoot()) expect(statusOf(pid).Groups?.trim()).toBe('')
    else expect(statusOf(pid).Groups?.trim()).toBe(statusOf(process.pid).Groups?.trim())
  }))

test('the embedded browser brings the libraries that a lean machine lacks', () =>
  withPrinter({}, async (printer) => {
    const { pid, path, source } = await printer.describe()
    expect(source).toBe('embedded')
    const mapped = readFileSync(`/proc/${pid}/maps`, 'utf8').match(/\/\S+\.so\S*/g) ?? []
    const folder = path.replace(/chromium$/, 'lib/')
    for (const library of ['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1']) {
      expect([...new Set(mapped.filter((file) => file.endsWith(`/${library}`)))]).toEqual([folder + library])
    }
    // What is left is libc and the compiler's runtime, which node itself needs.
    const others = new Set(
      mapped.filter((file) => !file.startsWith(folder)).map((file) => file.replace(/.*\//, '')),
    )
    for (const library of others)
      expect(library).toMatch(/^(ld-linux|lib(c|m|dl|pthread|rt|resolv|gcc_s|nss_\w+)[.-])/)
  }))

test('no variable of ours reaches the browser', async () => {
  process.env.RELEASE_TEST_SECRET = 'hunter2'
  try {
    await withPrinter({}, async (printer) => {
      const { pid } = await printer.describe()
      const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .map((line) => line.replace(/=.*/s, ''))
      expect(names.filter(Boolean).sort()).toEqual([
        'FONTCONFIG_FILE',
        'HOME',
        'LANG',
        'LD_LIBRARY_PATH',
        'PATH',
        'TMPDIR',
        'TZ',
      ])
    })
  } finally {
    delete process.env.RELEASE_TEST_SECRET
  }
})

test('a browser that gets no sandbox runs without, after one warning', () =>
  inFolder(async (folder) => {
    await withPrinter({}, async (printer) => {
      const { path } = await printer.describe()
      const browser = program(
        folder,
        'chrome',
        `#!/bin/sh
case "$*" in *--no-sandbox*) export LD_LIBRARY_PATH=${join(path, '../lib')}; exec ${path} "$@";; esac
echo '[1:1:FATAL:zygote_host_impl_linux.cc(126)] No usable sandbox! See the docs.' >&2
exit 1
`,
      )
      const options = starting()
      const started = await startBrowser(findBrowsers({ browser, env: process.env }), options)
      expect(started.mode.sandbox).toBe(false)
      expect(statusOf(started.pid).Uid).toMatch(new RegExp(`^${ownUid}\\b`))
      await started.close()
      expect(options.warnings).toEqual([
        'the browser runs without its sandbox (ended while starting: No usable sandbox!)',
      ])
    })
  }))

test('without a sandbox when asked, with a warning', async () => {
  const options = starting({ noSandbox: true })
  const started = await startBrowser(findBrowsers({ env: process.env }), options)
  await started.close()
  expect(options.warnings).toEqual(['the browser runs without its sandbox (switched off)'])
})

const answering = (product: string) => `#!${process.execPath}
const { createReadStream, createWriteStream } = require('node:fs')
const answers = createWriteStream('', { fd: 4 })
createReadStream('', { fd: 3 }).on('data', () => answers.write('noise\\0{"id":1,"result":{"product":"${product}"}}\\0'))
`

test.each([
  ['that ends at once', '#!/bin/sh\nexit 7\n', 'ended while starting: exit 7'],
  [
    'that lacks a library',
    '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open" >&2\nexit 127\n',
    'libnss3.so',
  ],
  ['that never answers', '#!/bin/sh\nexec sleep 60\n', '"start the browser" was not done after 2 s'],
  ['that is too old', answering('HeadlessChrome/130.0.6723.1'), 'is version 130.0.6723.1, older than 131'],
  ['that is not for this machine', '\x7fELF', 'ended while starting: exit 127'],
])('a browser %s gives way to the next with a note', (_, text, reason) =>
  inFolder(async (folder) => {
    const browser = program(folder, 'chrome', text)
    const options = starting({ timeout: reason.includes('2 s') ? 2000 : 20_000 })
    const bad = findBrowsers({ browser, env: process.env })
    await expect(startBrowser(bad, options)).rejects.toMatchObject({ rule: 'browser-missing', exitCode: 3 })
    expect(options.notes[0]).toContain(`browser not usable: chosen ${browser}: `)
    expect(options.notes[0]).toContain(reason)
    const [good] = findBrowsers({ env: process.env })
    const started = await startBrowser([...bad, ...(good ? [good] : [])], options)
    expect(started.source).toBe('embedded')
    await started.close()
    expect(options.undo.size).toBe(0)
  }),
)

test('with no browser at all the error tells how to get one', async () => {
  const error = await startBrowser([], starting()).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ rule: 'browser-missing', exitCode: 3 })
  expect((error as { hint: string }).hint).toContain('--browser')
})

test('the profile of a run that was killed is swept, that of a living one stays', () =>
  withPrinter({}, async (living) => {
    await living.describe()
    const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith('release-browser-'))
    const ours = own().find((name) => name.includes(`-${process.pid}-`)) as string
    const stale = join(tmpdir(), ours.replace(`-${process.pid}-`, '-4194305-'))
    mkdirSync(join(stale, 'profile'), { recursive: true })
    await withPrinter({}, (printer) => printer.print(pieces(documentOf('<p>x</p>'))))
    expect(existsSync(stale)).toBe(false)
    expect(existsSync(join(tmpdir(), ours))).toBe(true)
  }))
