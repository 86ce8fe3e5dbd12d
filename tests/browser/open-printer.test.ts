import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { openPrinter, type Printer, type PrinterOptions } from '../../src/browser/open-printer.ts'
import { finishPdf } from '../../src/render/pdf/finish-pdf.ts'
import { documentOf, fontFace, groupMembers, hashOf, paragraphs, pieces, withPrinter } from './fixtures.ts'

const meta = {
  title: 'A release',
  author: 'Institution',
  keywords: [],
  language: 'en',
  date: { year: 2027, month: 2, day: 26 },
  creator: 'release 0.0.0',
}
const finished = async (pdf: Promise<Uint8Array>) => hashOf(finishPdf(await pdf, meta).bytes)
const textOf = async (pdf: Uint8Array) => (await extractText(new Uint8Array(pdf), { mergePages: true })).text

/** A printer whose steps can be awaited. */
function observed(options: Partial<PrinterOptions> = {}) {
  const waiting: { step: string; resolve: () => void }[] = []
  const onStep = (step: string) => {
    const index = waiting.findIndex((entry) => entry.step === step)
    if (index >= 0) waiting.splice(index, 1)[0]?.resolve()
  }
  const begins = (step: string) => new Promise<void>((resolve) => waiting.push({ step, resolve }))
  return { printer: openPrinter({ env: process.env, onStep, ...options }), begins }
}

function ownProfiles(): string[] {
  return readdirSync(tmpdir()).filter(
    (name) => name.includes(`-${process.pid}-`) && name.startsWith('release-'),
  )
}

async function whenGone(group: number): Promise<void> {
  // Not our child, so there is no event to wait for.
  while (groupMembers(group).length) await new Promise((resolve) => setTimeout(resolve, 10))
}

const html = documentOf(paragraphs(40))

test('one document gives the same bytes on a fresh, a reused and a swapped page, at once and a second later', async () => {
  const other = documentOf(`<h2 id="x">Other</h2><ol><li>a<li>b</ol>${paragraphs(3)}`, {
    title: 'Other',
    lang: 'fr',
  })
  const plain = documentOf(paragraphs(1), { css: 'body{margin:0}' })
  const fresh = await withPrinter({}, (printer) => finished(printer.print(pieces(html))))
  const freshOther = await withPrinter({}, (printer) => finished(printer.print(pieces(other))))
  const later = new Promise((resolve) => setTimeout(resolve, 1100 - (Date.now() % 1000)))
  const hashes = await withPrinter({ concurrency: 3 }, async (printer) => {
    const first = await finished(printer.print(pieces(html)))
    await printer.print(pieces(plain))
    const mixed = [html, other, html, other, plain, html, other, html]
    const many = await Promise.all(
      mixed.map(async (one) => [one, await finished(printer.print(pieces(one)))] as const),
    )
    await later
    const last = await finished(printer.print(pieces(html)))
    expect(new Set(many.filter(([one]) => one === other).map(([, hash]) => hash))).toEqual(
      new Set([freshOther]),
    )
    return [first, ...many.filter(([one]) => one === html).map(([, hash]) => hash), last]
  })
  expect(new Set(hashes)).toEqual(new Set([fresh]))
})

test('the first print of a page has the font that only its margin box uses', () =>
  withPrinter({}, async (printer) => {
    const fonts = [1, 2].map(async () => {
      const pdf = Buffer.from(await printer.print(pieces(html))).toString('latin1')
      return new Set(pdf.match(/\/BaseFont \/\w+\+[\w-]+/g)?.map((name) => name.replace(/.*\+/, '')))
    })
    for (const used of await Promise.all(fonts)) {
      expect(used).toContain('SourceSerif4-SemiBoldItalic')
      expect(used).not.toContain('OpenSans-Regular')
    }
  }))

test('what fades in is there', () =>
  withPrinter({}, async (printer) => {
    const fade = '<style>@keyframes fade { from, to { visibility: hidden } } p { animation: fade 1s }</style>'
    for (const body of [`${fade}<p>The river rose.</p>`, `${fade}<p>The river fell.</p>`]) {
      const { text } = await extractText(new Uint8Array(await printer.print(pieces(documentOf(body)))), {
        mergePages: true,
      })
      expect(text).toContain('The river')
    }
  }))

test('a style sheet longer than that of the fonts does not take its place on a page that is used again', () =>
  withPrinter({ concurrency: 1 }, async (printer) => {
    const long = `</style><style>.x{background:url(data:image/gif;base64,${'A'.repeat(300_000)})}`
    const fonts = `${fontFace('Body', '700-normal')}body{font-family:Body}\r\n`
    const one = documentOf('<p>x</p>', { css: fonts + long })
    const first = await finished(printer.print(pieces(one)))
    expect([await finished(printer.print(pieces(one))), await finished(printer.print(pieces(one)))]).toEqual([
      first,
      first,
    ])
  }))

test('a document with other fonts or another policy is not printed with those of the page', () =>
  withPrinter({ concurrency: 1 }, async (printer) => {
    const bold = documentOf('<p>x</p>', { css: `${fontFace('Body', '700-normal')}body{font-family:Body}` })
    const open = html.replace(/<meta http-equiv[^>]*>/, '')
    const alone: string[] = []
    for (const one of [html, bold, open])
      alone.push(await withPrinter({}, (own) => finished(own.print(pieces(one)))))
    for (const [index, one] of [html, bold, open, open, bold, html].entries()) {
      expect(await finished(printer.print(pieces(one)))).toBe(alone[index < 3 ? index : 5 - index])
    }
  }))

test('a browser killed in the middle of a print is replaced and the print done', async () => {
  const { printer, begins } = observed()
  try {
    const { pid } = await printer.describe()
    const printing = begins('print')
    const pdf = printer.print(pieces(documentOf(paragraphs(1500))))
    await printing
    process.kill(pid, 'SIGKILL')
    expect(await textOf(await pdf)).toContain('The water stood')
    expect((await printer.describe()).pid).not.toBe(pid)
    await whenGone(pid)
  } finally {
    await printer.close()
  }
})

test('a renderer killed in the middle of a print costs its page, not the browser', async () => {
  const { printer, begins } = observed({ concurrency: 1 })
  try {
    const { pid } = await printer.describe()
    await printer.print(pieces(html))
    const printing = begins('print')
    const pdf = printer.print(pieces(documentOf(paragraphs(1500))))
    await printing
    for (const member of groupMembers(pid)) {
      if (readFileSync(`/proc/${member}/cmdline`, 'utf8').includes('--type=renderer'))
        process.kill(member, 'SIGKILL')
    }
    expect(await textOf(await pdf)).toContain('The water stood')
    expect((await printer.describe()).pid).toBe(pid)
  } finally {
    await printer.close()
  }
})

test('a browser that stands still is killed by the watchdog and replaced', async () => {
  const notes: string[] = []
  const { printer } = observed({ timeout: 3000, note: (text) => notes.push(text) })
  try {
    await printer.print(pieces(html))
    const { pid } = await printer.describe()
    process.kill(-pid, 'SIGSTOP')
    expect(await textOf(await printer.print(pieces(html)))).toContain('The water stood')
    expect(notes).toEqual(['printing failed: "set the document" was not done after 3 s'])
    await whenGone(pid)
  } finally {
    await printer.close()
  }
})

test('a document that can never be printed fails after three tries with the step, its neighbours do not', async () => {
  const notes: string[] = []
  // Thousands of pages take longer than the time that is given.
  const poison = documentOf('', { css: '@page{size:30mm;margin:0}p{break-after:page}' }).replace(
    '<h1>',
    `${paragraphs(60_000)}<h1>`,
  )
  await withPrinter({ timeout: 4000, note: (text) => notes.push(text) }, async (printer) => {
    const neighbours = () => Promise.all([1, 2, 3].map(() => printer.print(pieces(html))))
    const failure = printer.print(pieces(poison)).catch((error: unknown) => error)
    expect(await neighbours()).toHaveLength(3)
    expect(await failure).toMatchObject({
      rule: 'print-failed',
      exitCode: 1,
      message: expect.stringMatching(
        /^the PDF could not be printed in 3 tries: "[a-z ]+" was not done after 4 s$/,
      ),
      hint: expect.stringContaining('--timeout'),
    })
    expect(await neighbours()).toHaveLength(3)
  })
  expect(notes.filter((text) => text.includes('was not done')).length).toBe(3)
  expect(ownProfiles()).toEqual([])
})

test('closing leaves no process and no profile, whether or not anything was printed', async () => {
  for (const use of [
    async (printer: Printer) => void (await printer.describe()),
    async (printer: Printer) => void (await printer.print(pieces(html))),
    async () => {},
  ]) {
    const printer = openPrinter({ env: process.env })
    await use(printer)
    const group = await Promise.race([printer.describe().then(({ pid }) => pid), undefined])
    await printer.close()
    if (group) expect(groupMembers(group)).toEqual([])
    expect(ownProfiles()).toEqual([])
    await expect(printer.print(pieces(html))).rejects.toThrow('the printer is closed')
  }
})

test('killNow ends the browser and removes its profile before it returns', async () => {
  const printer = openPrinter({ env: process.env })
  const { pid } = await printer.describe()
  const pdf = printer.print(pieces(documentOf(paragraphs(1500))))
  const failure = expect(pdf).rejects.toThrow('the printer is closed')
  printer.killNow()
  expect(ownProfiles()).toEqual([])
  await failure
  await whenGone(pid)
  await printer.close()
})

test('a wrong chosen path is told at once, before anything starts', () => {
  expect(() => openPrinter({ env: process.env, browser: '/nowhere/chrome' })).toThrow('"/nowhere/chrome"')
  expect(existsSync('/nowhere')).toBe(false)
})
