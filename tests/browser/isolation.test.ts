import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extractText, getMeta } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPrinter, type Printer } from '../../src/browser/open-printer.ts'
import { documentOf, pieces } from './fixtures.ts'

let canary: Server
let hits: string[]
let printer: Printer
let url: string

beforeAll(async () => {
  canary = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('<p>canary</p>')
  })
  canary.on('connection', () => hits.push('connection'))
  canary.listen(0, '127.0.0.1')
  await once(canary, 'listening')
  url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`
  printer = openPrinter({ env: process.env, timeout: 20_000 })
})
afterAll(async () => {
  await printer.close()
  canary.close()
})

// Without the policy of our own letterheads: the browser alone must hold.
const bare = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Before</title>${head}</head>${body}</html>`

test('the canary can be reached from this process', async () => {
  hits = []
  await (await fetch(`${url}/self`)).text()
  expect(hits).toContain('/self')
})

const REQUESTS: [string, string, string][] = [
  ['an image', '', '<img src="URL/img">'],
  ['an image by another name of this machine', '', '<img src="http://2130706433:PORT/img">'],
  ['a style sheet', '<link rel="stylesheet" href="URL/css">', ''],
  ['an import', '<style>@import url(URL/import);</style>', ''],
  ['a font', '<style>@font-face{font-family:F;src:url(URL/font)}p{font-family:F}</style>', '<p>x'],
  ['a background', '', '<p style="background:url(URL/bg)">x'],
  ['a frame', '', '<iframe src="URL/frame"></iframe>'],
  ['an object', '', '<object data="URL/object"></object>'],
  ['a prefetch', '<link rel="prefetch" href="URL/prefetch">', '<p>x'],
  ['a preload', '<link rel="preload" as="image" href="URL/preload">', '<p>x'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=URL/refresh">', '<p>x'],
  ['a late refresh', '<meta http-equiv="refresh" content="3600;url=URL/refresh">', '<p>x'],
  ['a picture in an SVG', '', '<svg><image href="URL/svg"/></svg>'],
  ['a file of this machine', '', '<img src="file:///etc/passwd">'],
  ['a frame with a file of this machine', '', '<iframe src="file:///etc/passwd"></iframe>'],
]

test.each(REQUESTS)('%s is neither fetched nor printed', async (_, head, body) => {
  hits = []
  const port = new URL(url).port
  const html = bare(head, body).replaceAll('URL', url).replaceAll('PORT', port)
  await expect(printer.print(pieces(html))).rejects.toMatchObject({
    rule: 'print-failed',
    message: expect.stringContaining('the document is not self-contained'),
  })
  expect(hits).toEqual([])
})

test('connections that Chromium opens ahead reach nobody', async () => {
  hits = []
  await printer.print(
    pieces(bare(`<link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}">`, '<p>x')),
  )
  expect(hits).toEqual([])
})

test('after a refused document the next one prints as ever', async () => {
  const html = documentOf('<p>clean</p>')
  const before = await printer.print(pieces(html))
  await printer.print(pieces(bare(`<meta http-equiv="refresh" content="0;url=${url}">`, ''))).catch(() => {})
  expect((await printer.print(pieces(html))).length).toBe(before.length)
  expect(hits).toEqual([])
})

test('no script runs, wherever it stands', async () => {
  const scripts = `<script>document.title = 'ran'; document.body.append('ran')</script>
<img src="x:" onerror="document.body.append('ran')"><svg onload="document.body.append('ran')"></svg>
<details open ontoggle="document.body.append('ran')"><summary>s</summary></details>
<iframe srcdoc="<script>document.write('ran')</script>"></iframe>`
  const pdf = await printer.print(
    pieces(bare('', `<p>text</p>${scripts.replace('<img src="x:"', '<img src="data:,"')}`)),
  )
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
  expect(text).toContain('text')
  expect(text).not.toContain('ran')
  expect((await getMeta(new Uint8Array(pdf))).info.Title).toBe('Before')
})

test('data that is embedded does load, and a font that cannot be read is refused', async () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
  await printer.print(pieces(bare('', `<img alt="" src="${dot}">`)))
  const broken = '<style>@font-face{font-family:F;src:url(data:font/woff2;base64,AAAA)}</style>'
  await expect(printer.print(pieces(bare(broken, '<p>x')))).rejects.toThrow('the font "F" could not be read')
})

test('elements with the names of the properties we ask for do not stand in the way', async () => {
  const names = ['fonts', 'images', 'head', 'body', 'documentElement', 'createElement']
  const traps = names.map((name) => `<form name="${name}"></form><img name="${name}" alt="">`).join('')
  const pdf = [
    await printer.print(pieces(documentOf(traps))),
    await printer.print(pieces(documentOf(`<p>two</p>${traps}`))),
  ]
  for (const bytes of pdf) expect(bytes.length).toBeGreaterThan(1000)
})

test('the machine’s fonts are not seen', async () => {
  const families = ['DejaVu Sans', 'Liberation Serif', 'Arial', 'monospace', 'serif'].map(
    (f) => `<p style="font-family:${f}">x`,
  )
  const pdf = Buffer.from(await printer.print(pieces(bare('', families.join(''))))).toString('latin1')
  const used = new Set(pdf.match(/\/FontName \/\w+\+[\w-]+/g)?.map((name) => name.replace(/.*\+/, '')))
  expect(used).toEqual(new Set(['OpenSans-Regular']))
})
