import { addressesOf } from '../addresses.ts'
import type { CheckContext } from '../context.ts'
import { nodeSpan, nodesOf } from '../nodes.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** Slips of the scheme: `https//x`, `http:/x`, `htps://x`, `https:x`, `https://https://x`. */
const SLIP =
  /^(?:https?:\/\/(?:https?(?::\/{0,3}|\/\/))|(?!https?:\/\/[\p{L}\d])h*t+ps?\s*(?:[:;]\s*[/\\]*|\/{1,3})\s*)(?=[\p{L}\d][\p{L}\d.-]*\.\p{L})/iu

/** The same in running text, where it ends with a blank. */
const IN_TEXT =
  /(?<!(?!\p{Script=Han})\p{L}|[\p{N}/:.@-])((?!https?:\/\/[\p{L}\d])h?t+ps?(?:[:;]\s?\/{1,3}|\/\/))(?:[\p{L}\d][\p{L}\d-]*\.\p{L}|\ufffc)[^\s<>()“”«»„‟"\u3000-\u303f\uff00-\uffef]*/giu

/** A link that Markdown does not make, for a blank in its address or before it: all of it is printed. */
const UNMADE = /(\]\(https?:\/\/[^\s()<>]*(?: +[^\s()<>"']+)+\)|\] +\(https?:\/\/[^\s()<>]+\))/giu

/** Addresses that lead the reader nowhere, or to what is not public. */
export const linkMalformed: Rule = {
  id: 'link-malformed',
  group: 'facts',
  severity: 'error',
  doc: 'Catches link addresses with a slip of the scheme, a blank in it, a mark of punctuation at the end, a machine inside the house, a placeholder, or an editor behind them.',
  source: 'Business Wire, common errors in press releases: web addresses that do not work.',
  bad: '[the declaration](https//ruritania.example/declaration)',
  good: '[the declaration](https://ruritania.example/declaration)',
  skips: ['code'],
  *check(context) {
    for (const { url, start, end } of addressesOf(context)) {
      const fault = faultOf(url)
      if (fault) yield { start, end, ...fault }
    }
    yield* inText(context)
    yield* unmade(context)
  },
}

type Fault = Pick<RuleFinding, 'message' | 'hint' | 'severity'>

function faultOf(url: string): Fault | undefined {
  const slip = SLIP.exec(url)
  if (slip) {
    const rest = url.slice(slip[0].length)
    return { message: `the address "${url}" has a slip in its scheme`, hint: `write https://${rest}` }
  }
  // What is no web address, or leads to a place in the text, the build tells of itself.
  if (!/^https?:\/\//i.test(url)) return undefined
  const host = hostOf(url)
  if (/^https?:\/\/[^/?#]*(?:\s|%20)/i.test(url))
    return { message: `the address "${url}" has a blank in its host`, hint: 'take the blank out' }
  if (host === undefined) return undefined
  if (isInside(host)) {
    return {
      message: `the address "${url}" leads to a machine that only the house can reach`,
      hint: 'write the public address: https://ruritania.example/declaration',
    }
  }
  if (/(?:^|\.)example\.(?:com|net|org)$/i.test(host)) {
    return { message: `the address "${url}" is a placeholder`, hint: 'write the address that is meant' }
  }
  return endOf(url) ?? editorOf(url, host)
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined
}

function isInside(host: string): boolean {
  return (
    /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\])$/i.test(
      host,
    ) ||
    /\.(?:local|internal|intranet|lan|corp|localhost)$/i.test(host) ||
    !host.includes('.')
  )
}

/** A mark of the sentence that slipped into the address; an encyclopedia's may end so. */
function endOf(url: string): Fault | undefined {
  const mark = /(?:%20|[,;:!”"’'»，。；：、！،؛]|(?<!\.|[A-Z]|Inc|Ltd|Jr|Co)\.)$/u.exec(decodedEnd(url))?.[0]
  const isOpen = url.endsWith(')') && !url.includes('(')
  if ((mark === undefined && !isOpen) || /wiki/i.test(url)) return undefined
  const shown = mark ?? ')'
  return {
    message: `the address "${url}" ends with "${shown}"`,
    hint: `put "${shown}" behind the link, or delete it`,
    severity: 'warning',
  }
}

function decodedEnd(url: string): string {
  return url.replace(/%(?:E2%80%9D|E2%80%99|C2%BB|22)$/i, (code) => decodeURIComponent(code))
}

function editorOf(url: string, host: string): Fault | undefined {
  const isEditor =
    (/^docs\.google\.com$/i.test(host) && /\/(?:edit|copy)(?:[?#/]|$)/.test(url)) ||
    /^drive\.google\.com\/drive\/(?:u\/\d\/)?(?:my-drive|folders)/i.test(url.replace(/^https?:\/\//i, '')) ||
    /\/wp-admin\/|[?&]preview=true\b|[?&]preview_id=/.test(url)
  const isStaging = /(?:^|[.-])(?:staging|preprod|uat)(?=[.-])/i.test(host)
  if (!isEditor && !isStaging) return undefined
  return {
    message: `the address "${url}" leads to ${isStaging ? 'a site under test' : 'an editor'}, not to a page for readers`,
    hint: 'write the public address: https://ruritania.example/declaration',
    severity: 'warning',
  }
}

function* unmade({ tree, source }: CheckContext): Generator<RuleFinding> {
  if (!/\] +\(https?:|\]\(https?:[^\s)]* /i.test(source)) return
  for (const block of nodesOf(tree)) {
    if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'tableCell') continue
    const { start, end } = nodeSpan(block)
    for (const { 0: written, index } of source.slice(start, end).matchAll(UNMADE)) {
      const isBefore = !written.startsWith('](')
      yield {
        start: start + index,
        end: start + index + written.length,
        message: `a blank ${isBefore ? 'before' : 'in'} the address: "${written}" is printed, and is no link`,
        hint: isBefore ? 'take the blank out' : 'take the blank out, or write %20',
      }
    }
  }
}

/** Slips in running text, which Markdown does not know for addresses: those can be mended. */
function* inText({ passages, source }: CheckContext): Generator<RuleFinding> {
  for (const passage of passages) {
    for (const { 0: match, 1: scheme = '', index } of passage.text.matchAll(IN_TEXT)) {
      const end = index + match.replace(/[.,;:!?]+$/, '').length
      const span = passage.spanOf(index, end)
      const fix = { ...passage.spanOf(index, index + scheme.length), text: 'https://', safe: true }
      const written = source.slice(span.start, span.end)
      yield {
        ...span,
        message: `the address "${written}" has a slip in its scheme`,
        hint: `write https://${written.slice(scheme.length)}`,
        ...(passage.isFilled(index, end) ? {} : { fix }),
      }
    }
  }
}
