import type { CDPSession } from 'puppeteer-core'
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js'
import { ReleaseError } from '../finding.ts'
import { AWAIT_ASSETS, KEPT_STYLE, swapDocument } from './read-page-state.ts'
import { StepTimeout, within } from './watchdog.ts'

/** A blank page of a browser that prints one document after the other. */
export interface PrintPage {
  /**
   * Prints a self-contained document. Throws `print-failed` for a document that asks for anything from outside,
   * `StepTimeout` or an error of the connection when the page or its browser is lost.
   */
  readonly print: (html: string) => Promise<Uint8Array>
  /** True when the page already holds the style sheet and the fonts of such a document: it prints faster here. */
  readonly suits: (html: string) => boolean
  /** How many documents it has begun to print. */
  readonly prints: () => number
  readonly close: () => Promise<void>
}

/** What a page is opened with. */
export interface PageOptions {
  /** Most milliseconds for a step. */
  readonly timeout: number
  /** Told of each step as it begins. */
  readonly onStep?: ((step: string) => void) | undefined
}

/** Opens a page; throws as `print` does. */
export async function openPage(connection: Connection, { timeout, onStep }: PageOptions): Promise<PrintPage> {
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    onStep?.(name)
    try {
      return await within(name, timeout, work())
    } catch (error) {
      if (error instanceof ReleaseError || error instanceof StepTimeout) throw error
      throw new Error(`"${name}" failed: ${(error as Error).message}`, { cause: error })
    }
  }
  const { targetId } = await step('open a page', () =>
    connection.send('Target.createTarget', { url: 'about:blank' }),
  )
  const session = (await step('open a page', () =>
    connection._createSession({ targetId }),
  )) as unknown as CDPSession
  const lost = whenLost(session)
  const faults = watchFaults(session)
  const ask = <T>(name: string, work: () => Promise<T>) => step(name, () => Promise.race([work(), lost]))

  await ask('open a page', () =>
    Promise.all([
      session.send('Page.enable'),
      session.send('Log.enable'),
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    ]),
  )
  let style: string | undefined
  let prints = 0

  const setDocument = async (html: string): Promise<void> => {
    const parts = splitDocument(html)
    if (style !== undefined && parts?.style === style) {
      await session.send('Runtime.evaluate', { expression: swapDocument(parts.rest) }).then(throwException)
      return
    }
    const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve))
    await session.send('Page.setDocumentContent', { frameId: targetId, html })
    await loaded
    style = parts?.style
  }

  const print = async (html: string): Promise<Uint8Array> => {
    prints++
    faults.length = 0
    await ask('set the document', () => setDocument(html))
    const assets = await ask('load fonts and images', () =>
      session.send('Runtime.evaluate', { expression: AWAIT_ASSETS, awaitPromise: true, returnByValue: true }),
    )
    throwException(assets)
    const fonts = assets.result.value as string[]
    if (fonts.length) faults.push(`the font "${fonts[0]}" could not be read`)
    refuse(faults)
    const { data } = await ask('print', () => session.send('Page.printToPDF', PDF_OPTIONS))
    const { frameTree } = await ask('look at the page', () => session.send('Page.getFrameTree'))
    if (frameTree.frame.url !== 'about:blank') faults.push(`the page went to ${frameTree.frame.url}`)
    refuse(faults)
    return Buffer.from(data, 'base64')
  }
  const close = async () =>
    void (await ask('close a page', () => connection.send('Target.closeTarget', { targetId })))
  const suits = (html: string) => style !== undefined && html.includes(style)
  return { print, suits, prints: () => prints, close }
}

const PDF_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** Rejects when the renderer dies: the page would leave every question open from then on. */
function whenLost(session: CDPSession): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    session.once('Inspector.targetCrashed', () => reject(new Error('the page has crashed')))
  })
  lost.catch(() => {})
  return lost
}

/** Collects what a self-contained document never causes: requests, refused files, navigations. */
function watchFaults(session: CDPSession): string[] {
  const faults: string[] = []
  session.on('Log.entryAdded', ({ entry }) => {
    const { source, text, url = '' } = entry
    if (source === 'network') faults.push(`${text}: ${url}`)
    else if (/^Not allowed to load|violates the following Content Security Policy/.test(text))
      faults.push(text)
  })
  const onNavigation = ({ url }: { url: string }) => {
    if (url !== 'about:blank' && url !== 'about:srcdoc') faults.push(`the page wanted to go to ${url}`)
  }
  session.on('Page.frameScheduledNavigation', onNavigation)
  session.on('Page.frameStartedNavigating', onNavigation)
  return faults
}

function refuse(faults: readonly string[]): void {
  if (faults[0] === undefined) return
  const fault = faults[0].replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ').slice(0, 200)
  throw new ReleaseError('print-failed', `the document is not self-contained: ${fault}`, {
    hint: 'put images, fonts and styles into the letterhead; they are then embedded',
  })
}

function throwException(answer: {
  exceptionDetails?: { text: string; exception?: { description?: string } }
}): void {
  const { exceptionDetails } = answer
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
}

const MIN_KEPT = 4096

/** Takes the first large style sheet, which carries the fonts, out of a document in standards mode. */
function splitDocument(html: string): { style: string; rest: string } | undefined {
  const head = html.indexOf('</head>')
  if (head < 0 || !/^\s*<!doctype html>/i.test(html)) return undefined
  for (const match of html.slice(0, head).matchAll(/(<style\b[^>]*>)([\s\S]*?)<\/style>/gi)) {
    const [whole, open = '', style = ''] = match
    if (style.length < MIN_KEPT) continue
    const rest = `${html.slice(0, match.index)}${open}${KEPT_STYLE}</style>${html.slice(match.index + whole.length)}`
    return { style: open + style, rest }
  }
  return undefined
}
