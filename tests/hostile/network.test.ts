import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

/** Counts every connection, whether it speaks HTTP or not. */
let canary: Server
let hits = 0
let port = 0

beforeAll(async () => {
  canary = createServer((_, response) => void response.end())
  canary.on('connection', () => {
    hits += 1
  })
  canary.listen(0, '127.0.0.1')
  await once(canary, 'listening')
  port = (canary.address() as AddressInfo).port
})
afterAll(() => void canary.close())
beforeEach(() => {
  hits = 0
})

const addresses = () => [
  `http://127.0.0.1:${port}`,
  `HTTP://localhost:${port}`,
  `http://127.1:${port}`,
  `http://2130706433:${port}`,
  `http://[::ffff:127.0.0.1]:${port}`,
  `//127.0.0.1:${port}`,
]

/** Every element of HTML that fetches. */
const fetching = (url: string) => `
<img src="${url}/1" srcset="${url}/2 2x"><picture><source srcset="${url}/3"><img src="x"></picture>
<iframe src="${url}/4"></iframe><iframe srcdoc="<img src='${url}/5'>"></iframe>
<object data="${url}/6"></object><embed src="${url}/7"><video src="${url}/8" poster="${url}/9"></video>
<audio src="${url}/10"></audio><link rel="stylesheet" href="${url}/11"><link rel="preload" as="image" href="${url}/12">
<link rel="prefetch" href="${url}/13"><link rel="dns-prefetch" href="${url}"><link rel="preconnect" href="${url}">
<style>@import url(${url}/14); body { background: url(${url}/15) } @font-face { font-family: x; src: url(${url}/16) }</style>
<svg><image href="${url}/17"/><use href="${url}/18#x"/></svg><input type="image" src="${url}/19">
<table background="${url}/20"><tr><td>x</td></tr></table><div style="background: url(${url}/21)">x</div>
<meta http-equiv="refresh" content="0; url=${url}/22"><base href="${url}/"><form action="${url}/23"><button>x</button></form>
<script src="${url}/24"></script><script>fetch("${url}/25"); new WebSocket("ws://127.0.0.1:${port}")</script>
<body onload="fetch('${url}/26')"><a href="${url}/27" ping="${url}/28">x</a>`

test('the canary counts what reaches it', async () => {
  await fetch(`http://127.0.0.1:${port}/`)
  expect(hits).toBe(1)
})

test('raw HTML of every fetching kind is removed; the release is built and asks for nothing', async () => {
  // Images are refused (next test); everything else is taken out and the rest is printed.
  const body = addresses()
    .map(fetching)
    .join('\n\n')
    .replace(/<img[^>]*>/g, '')
  const project = makeProject({
    'draft.md': draft([], `Text.\n\n${body}\n\n[link](http://127.0.0.1:${port}/)\n`),
  })
  const run = await project.release(['build', 'draft.md', '--json'])
  expect(run.exitCode, run.stderr).toBe(0)
  expect(hits).toBe(0)
  const rules = JSON.parse(run.stdout).releases[0].findings.map(({ rule }: { rule: string }) => rule)
  expect(new Set(rules)).toContain('html-removed')
  const html = project.read('draft.html')
  expect(html).not.toMatch(/<(?:iframe|object|embed|video|audio|link|form|base|input|picture)\b/i)
  expect(html).not.toMatch(/http-equiv="refresh"|srcset=|\bping=|onload=/i)
  for (const [, url] of html.matchAll(/(?:\ssrc=|\burl\()["']?([^"')\s>]*)/g)) expect(url).toMatch(/^data:/)
  expect(html.match(/<script\b[^>]*>/g) ?? []).toEqual(['<script type="application/ld+json">'])
})

test('remote images are refused one by one, nothing is fetched, nothing written', async () => {
  const images = addresses().map(
    (url, i) => `![${i}](${url}/x.png)\n\n![${i}][r${i}]\n\n[r${i}]: ${url}/y.png\n`,
  )
  const project = makeProject({ 'draft.md': draft([], images.join('\n')) })
  const run = await project.release(['build', 'draft.md', '--json'])
  expect(run.exitCode).toBe(1)
  expect(hits).toBe(0)
  const { findings } = JSON.parse(run.stdout).releases[0]
  const refused = findings.filter(({ rule }: { rule: string }) => rule.startsWith('image-'))
  expect(refused).toHaveLength(images.length * 2)
  expect(project.files()).toEqual(['draft.md'])
})

test('links in fields are printed, never followed', async () => {
  const url = `http://127.0.0.1:${port}`
  const lines = [
    `links: ["${url}/a", {url: "${url}/b", label: x}]`,
    `attachments: [{url: "${url}/c.pdf", title: x}]`,
  ]
  const project = makeProject({ 'draft.md': draft(lines) })
  const run = await project.release(['build', 'draft.md'])
  expect(run.exitCode, run.stderr).toBe(0)
  expect(hits).toBe(0)
})

test('a letterhead that fetches is refused or prints without fetching, and never as if all were well', async () => {
  const project = makeProject({ 'draft.md': draft() })
  await project.release(['letterhead', 'eject', 'mission', 'evil'])
  const template = project.read('evil/release.html.hbs')
  const css = project.read('evil/print.css')
  for (const address of [`http://127.0.0.1:${port}`, 'file:///etc/passwd']) {
    project.write('evil/release.html.hbs', template.replace('</body>', `${fetching(address)}</body>`))
    project.write(
      'evil/print.css',
      `@import url(${address}/css);\n${css}\nbody { background: url(${address}/bg) }\n`,
    )
    const run = await project.release([
      'build',
      'draft.md',
      '-f',
      'pdf',
      '-o',
      'out',
      '--letterhead',
      './evil',
    ])
    expect(run.exitCode, address).not.toBe(0)
    expect(run.stderr).toMatch(/error (?:print-failed|letterhead-invalid)/)
    expect(hits, address).toBe(0)
    expect(project.files().filter((file) => file.startsWith('out/'))).toEqual([])
  }
})
