// The floor: prints again what is already laid out, on two pages of a browser that is started as the tool
// starts it. Arguments: how many prints, and HTML files, one for each page. Prints the milliseconds.
import { readFileSync } from 'node:fs'
import { browserModule } from '../tool.js'

const [prints, ...files] = process.argv.slice(2)
const { findBrowsers, startBrowser, PDF_OPTIONS } = await browserModule()
const undo = new Set()
const started = await startBrowser(findBrowsers({ env: process.env }), {
  env: process.env,
  timeout: 30_000,
  undo,
  signal: new AbortController().signal,
})
try {
  const pages = await Promise.all(files.map(openLaidOut))
  for (const print of pages) await print()
  const each = Math.ceil(Number(prints) / pages.length)
  const began = performance.now()
  await Promise.all(
    pages.map(async (print) => {
      for (let count = 0; count < each; count++) await print()
    }),
  )
  console.log((performance.now() - began) / (each * pages.length))
} finally {
  await started.close()
  for (const action of undo) action()
}

async function openLaidOut(file) {
  const { targetId } = await started.connection.send('Target.createTarget', { url: 'about:blank' })
  const session = await started.connection._createSession({ targetId })
  await session.send('Page.enable')
  const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve))
  await session.send('Page.setDocumentContent', { frameId: targetId, html: readFileSync(file, 'utf8') })
  await loaded
  await session.send('Runtime.evaluate', { expression: 'document.fonts.ready', awaitPromise: true })
  return async () => {
    const { data } = await session.send('Page.printToPDF', PDF_OPTIONS)
    return Buffer.from(data, 'base64')
  }
}
