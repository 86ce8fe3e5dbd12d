import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowsers } from '../../src/browser/find-browser.ts'
import { ReleaseError } from '../../src/finding.ts'
import { inFolder, program } from './fixtures.ts'

const nothing = { HOME: '/nonexistent', PATH: '' }

function refusal(run: () => unknown): ReleaseError {
  try {
    run()
  } catch (error) {
    if (error instanceof ReleaseError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('a chosen path stands alone', () =>
  inFolder((folder) => {
    const path = program(folder, 'chrome', '#!/bin/sh\n')
    expect(findBrowsers({ browser: path, env: process.env })).toMatchObject([{ source: 'chosen', path }])
  }))

test('the option wins over RELEASE_BROWSER, that over PUPPETEER_EXECUTABLE_PATH', () =>
  inFolder((folder) => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => program(folder, name, '#!/bin/sh\n')) as [
      string,
      string,
      string,
    ]
    const env = { ...nothing, RELEASE_BROWSER: b, PUPPETEER_EXECUTABLE_PATH: c }
    expect(findBrowsers({ browser: a, env })[0]?.path).toBe(a)
    expect(findBrowsers({ env })[0]?.path).toBe(b)
    expect(findBrowsers({ env: { ...nothing, PUPPETEER_EXECUTABLE_PATH: c } })[0]?.path).toBe(c)
  }))

test.each([
  ['a missing path', '/nowhere/chrome', 'does not exist'],
  ['a folder', '/tmp', 'is not a file'],
  ['a file that is no program', import.meta.filename, 'is not executable'],
])('%s of RELEASE_BROWSER is an error of the machine that names it', (_, path, problem) => {
  const error = refusal(() => findBrowsers({ env: { RELEASE_BROWSER: path } }))
  expect(error).toMatchObject({ rule: 'browser-missing', exitCode: 3 })
  expect(error.message).toBe(`the browser "${path}" of RELEASE_BROWSER ${problem}`)
  expect(error.hint).toContain('full path')
})

test('the embedded browser comes first, on Linux x64 alone', () => {
  const embedded = process.platform === 'linux' && process.arch === 'x64'
  const sources = findBrowsers({ env: nothing }).map(({ source }) => source)
  expect(sources.includes('embedded')).toBe(embedded)
  if (embedded) expect(sources[0]).toBe('embedded')
})

test('downloads of puppeteer come before the system, headless shells before Chrome, new builds before old', () =>
  inFolder((home) => {
    const add = (path: string) => {
      mkdirSync(join(home, dirname(path)), { recursive: true })
      return program(home, path, '#!/bin/sh\n')
    }
    const cache = '.cache/puppeteer'
    const chrome = add(`${cache}/chrome/linux-150.0.1.2/chrome-linux64/chrome`)
    const old = add(
      `${cache}/chrome-headless-shell/linux-99.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`,
    )
    const shell = add(
      `${cache}/chrome-headless-shell/linux-147.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`,
    )
    const system = add('bin/chromium')
    // A download that broke off: the folder is there, the program is not.
    mkdirSync(join(home, cache, 'chrome/linux-151.0.0.0/chrome-linux64'), { recursive: true })
    const env = { HOME: home, PATH: join(home, 'bin') }
    const found = findBrowsers({ env }).filter(({ source }) => source !== 'embedded')
    expect(found.slice(0, 4).map(({ path }) => path)).toEqual([shell, old, chrome, system])
  }))

test('a file on PATH that cannot be executed is passed over', () =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'chromium'), 'text')
    const paths = findBrowsers({ env: { HOME: folder, PATH: folder } }).map(({ path }) => path)
    expect(paths).not.toContain(join(folder, 'chromium'))
  }))

test('the build tells a replaced program from the old one without starting it', () =>
  inFolder((folder) => {
    const path = program(folder, 'chrome', '#!/bin/sh\n')
    const before = findBrowsers({ browser: path, env: {} })[0]?.build
    expect(findBrowsers({ browser: path, env: {} })[0]?.build).toBe(before)
    program(folder, 'chrome', '#!/bin/sh\nexit 1\n')
    expect(findBrowsers({ browser: path, env: {} })[0]?.build).not.toBe(before)
  }))
