import { expect, test } from 'vitest'
import { probeBrowser } from '../../src/browser/probe-browser.ts'
import { inFolder, program } from './fixtures.ts'

const now = new Date('2026-11-23T12:00:00Z')

test('a machine that can print has a fact for every matter and all are well', async () => {
  const facts = await probeBrowser({ env: process.env, now })
  expect(facts.map(({ matter }) => matter)).toEqual([
    'browser',
    'sandbox',
    'cache',
    'libraries',
    'fonts',
    'print',
  ])
  expect(facts.filter(({ ok }) => !ok)).toEqual([])
  expect(facts[0]?.detail).toMatch(/^Chromium 147\.\d+\.\d+\.\d+ \(embedded, about 7 months old\) at \//)
  expect(facts[3]?.detail).toContain('its own')
})

test('a browser that lacks a library is told from one that is absent', () =>
  inFolder(async (folder) => {
    const text =
      '#!/bin/sh\necho "x: error while loading shared libraries: libnss3.so: cannot open" >&2\nexit 127\n'
    const browser = program(folder, 'chrome', text)
    const broken = await probeBrowser({ browser, env: process.env, now })
    expect(broken.slice(0, 2)).toMatchObject([
      { matter: 'browser', ok: false, detail: expect.stringContaining('could be started') },
      { matter: 'libraries', ok: false, detail: 'libnss3.so is missing on this machine' },
    ])
    const absent = await probeBrowser({ browser: `${folder}/none`, env: process.env, now })
    expect(absent[0]).toMatchObject({
      matter: 'browser',
      ok: false,
      detail: expect.stringContaining('does not exist'),
    })
    expect(absent[0]?.cure).toContain('full path')
  }))
