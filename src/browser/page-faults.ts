import type { CDPSession } from 'puppeteer-core'
import { ReleaseError } from '../finding.ts'

/** Collects what a self-contained document never causes: requests, refused files, navigations. */
export function watchFaults(session: CDPSession): string[] {
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
  session.on('Page.frameNavigated', ({ frame }) => onNavigation(frame))
  return faults
}

/** Throws `print-failed` for the first fault, if there is one. */
export function refuse(faults: readonly string[]): void {
  if (faults[0] === undefined) return
  const fault = faults[0].replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ').slice(0, 200)
  throw new ReleaseError('print-failed', `the document is not self-contained: ${fault}`, {
    hint: 'put images, fonts and styles into the letterhead; they are then embedded',
  })
}
