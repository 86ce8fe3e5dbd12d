import { expect, test } from 'vitest'
import { openPdf } from '../../src/verify/open-pdf.ts'
import { draft, makeProject } from '../support/project.ts'

const HEADLINE =
  ') /OpenAction <</S/JavaScript/JS(app.alert(1))>> (\\\\) /Launch endobj node00000140 /CreationDate (D:1)'

const LINKS = [
  'https://example.org/a',
  'http://example.org/b',
  'mailto:press@example.org',
  'tel:+12123712559',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  '//example.org/x',
  '/etc/passwd',
  'relative.html',
  'ftp://example.org',
  'smb://example.org/x',
  'ms-word:ofe|u|https://example.org',
  'chrome://settings',
  'about:blank',
  'view-source:https://example.org',
  'blob:https://example.org/x',
]

test('a PDF links to https, http, mailto and tel only, and a headline is but text in it', async () => {
  const markdown = LINKS.map((link, i) => `[link ${i}](<${link}>)\n`)
  const raw = LINKS.map((link, i) => `<a href="${link}">raw ${i}</a>\n`)
  const body = [...markdown, ...raw].join('\n')
  const lines = [
    `headline: '${HEADLINE}'`,
    `subheadline: '${HEADLINE}'`,
    `keywords: ['${HEADLINE}']`,
    'summary: "<</JS (x)>> %%EOF\\n1 0 obj"',
  ]
  const project = makeProject({ 'draft.md': draft(lines, body) })
  const run = await project.release(['build', 'draft.md'])
  expect(run.exitCode, run.stderr).toBe(0)
  const pdf = await openPdf(project.readBytes('draft.pdf'))
  const urls: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    for (const { unsafeUrl, url } of await page.getAnnotations())
      if (unsafeUrl ?? url) urls.push(unsafeUrl ?? url)
  }
  expect(urls.length).toBeGreaterThan(3)
  for (const url of urls) expect(url).toMatch(/^(?:https?:\/\/|mailto:|tel:)/)
  expect(await pdf.getOpenAction()).toBeNull()
  expect(await pdf.getJSActions()).toBeNull()
  expect(await pdf.getAttachments()).toBeNull()
  const { info } = (await pdf.getMetadata()) as { info: { Title: string; Keywords: string } }
  expect(info.Title).toBe(HEADLINE)
  expect(info.Keywords).toContain('/OpenAction')
  const html = project.read('draft.html')
  for (const [, href = ''] of html.matchAll(/\shref="([^"]*)"/g))
    expect(href).toMatch(/^(?:https?:|mailto:|tel:|#)/)
})

test('a release never holds anything of the one printed before it', async () => {
  const drafts = Array.from({ length: 12 }, (_, i) => {
    const word = `Secret${String.fromCharCode(65 + i)}x`
    return [
      `d${String(i).padStart(2, '0')}.md`,
      draft([`headline: About ${word}`], `Only ${word} is told.\n`),
    ] as const
  })
  const project = makeProject(Object.fromEntries(drafts))
  const run = await project.release(['build', '.', '-f', 'pdf', '--jobs', '3'])
  expect(run.exitCode).toBe(0)
  for (const [i, path] of run.stdout.trim().split('\n').entries()) {
    const pdf = await openPdf(project.readBytes(path))
    const { items } = await (await pdf.getPage(1)).getTextContent()
    const text = items.map((item: object) => ('str' in item ? String(item.str) : '')).join('')
    const words = new Set(text.match(/Secret[A-Z]x/g))
    expect([...words], path).toEqual([`Secret${String.fromCharCode(65 + i)}x`])
    const { info } = (await pdf.getMetadata()) as { info: { Title: string } }
    expect(info.Title).toBe(`About Secret${String.fromCharCode(65 + i)}x`)
  }
})
