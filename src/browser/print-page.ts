import type { CDPSession, Protocol } from 'puppeteer-core'
import { ReleaseError } from '../finding.ts'
import type { HtmlPieces } from '../render/html.ts'
import { breakable } from './breakable.ts'
import type { RunningBrowser } from './launch-browser.ts'
import { refuse, watchFaults } from './page-faults.ts'
import { AWAIT_ASSETS, contentPolicy, swapperFor, withoutFonts } from './warm-document.ts'
import { StepTimeout, within } from './watchdog.ts'

/** A blank page of a browser that prints one document after the other. */
export interface PrintPage {
  /**
   * Prints a self-contained document. Throws `print-failed` for a document that asks for anything from
   * outside, `StepTimeout` or an error of the connection when the page or its browser is lost.
   */
  readonly print: (document: HtmlPieces) => Promise<Uint8Array>
  /** False for a content security policy that is not the page's. */
  readonly accepts: (policy: string) => boolean
  /** True when the page already holds the fonts of such a document: it prints faster here. */
  readonly suits: (document: HtmlPieces) => boolean
  /** How many documents it has begun to print. */
  readonly prints: () => number
  /** Ends it; rejects where it is lost already. */
  readonly close: () => Promise<void>
}

/** What a page is opened with. */
export interface PageOptions {
  /** Most milliseconds for a step. */
  readonly timeout: number
  /** Told of each step as it begins. */
  readonly onStep?: ((step: string) => void) | undefined
}

/** Opens a page, or makes use of one that is open and blank; throws as `print` does. */
export async function openPage(
  { connection, takeFirstPage }: Pick<RunningBrowser, 'connection' | 'takeFirstPage'>,
  { timeout, onStep }: PageOptions,
): Promise<PrintPage> {
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    onStep?.(name)
    try {
      return await within(name, timeout, work())
    } catch (error) {
      if (error instanceof ReleaseError || error instanceof StepTimeout) throw error
      throw new Error(`"${name}" failed: ${(error as Error).message}`, { cause: error })
    }
  }
  const blank = async () => {
    const targetId = await takeFirstPage()
    return targetId ? { targetId } : connection.send('Target.createTarget', { url: 'about:blank' })
  }
  const { targetId } = await step('open a page', blank)
  const session = (await step('open a page', () =>
    connection._createSession({ targetId }),
  )) as unknown as CDPSession
  const { unlessBroken, breakAll } = breakable()
  // When the renderer dies, the page leaves every question open from then on.
  session.once('Inspector.targetCrashed', () => breakAll(new Error('the page has crashed')))
  const faults = watchFaults(session)
  const ask = <T>(name: string, work: () => Promise<T>) => step(name, () => unlessBroken(work()))

  await ask('open a page', () =>
    Promise.all([
      session.send('Page.enable'),
      session.send('Log.enable'),
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    ]),
  )
  let policy: string | undefined
  let kept: { fonts: string; swapper: string } | undefined
  let prints = 0

  /** Answers the names of fonts that could not be read. */
  const setDocument = async (document: HtmlPieces): Promise<string[]> => {
    if (kept !== undefined && kept.fonts === document.fonts) return swap(kept.swapper, withoutFonts(document))
    const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve))
    const html = document.before + document.fonts + document.behind
    await session.send('Page.setDocumentContent', { frameId: targetId, html })
    await loaded
    const answer = await session.send('Runtime.evaluate', { expression: swapperFor(document) })
    const { objectId } = answered(answer)
    kept = objectId === undefined ? undefined : { fonts: document.fonts, swapper: objectId }
    const waiting = { expression: AWAIT_ASSETS, awaitPromise: true, returnByValue: true }
    return answered(await session.send('Runtime.evaluate', waiting)).value
  }

  const swap = async (swapper: string, html: string): Promise<string[]> => {
    const answer = await session.send('Runtime.callFunctionOn', {
      objectId: swapper,
      functionDeclaration: 'function (html) { return this(html) }',
      // As an argument it is escaped once, within an expression twice.
      arguments: [{ value: html }],
      awaitPromise: true,
      returnByValue: true,
    })
    return answered(answer).value
  }

  const print = async (document: HtmlPieces): Promise<Uint8Array> => {
    prints++
    policy ??= contentPolicy(document)
    faults.length = 0
    const unread = await ask('set the document', () => setDocument(document))
    if (unread.length) faults.push(`the font "${unread[0]}" could not be read`)
    refuse(faults)
    const { data } = await ask('print', () => session.send('Page.printToPDF', PDF_OPTIONS))
    refuse(faults)
    return Buffer.from(data, 'base64')
  }
  const close = async () =>
    void (await ask('close a page', () => connection.send('Target.closeTarget', { targetId })))
  const accepts = (others: string) => policy === undefined || policy === others
  const suits = ({ fonts }: HtmlPieces) => kept?.fonts === fonts
  return { print, accepts, suits, prints: () => prints, close }
}

/** How a document is printed; the benchmarks print their floor in the same way. */
export const PDF_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** What an expression or a function has answered; throws what it has thrown. */
function answered(answer: Protocol.Runtime.EvaluateResponse): Protocol.Runtime.RemoteObject {
  const { exceptionDetails, result } = answer
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result
}
