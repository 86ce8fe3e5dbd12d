import { isIP } from 'node:net'
import pLimit from 'p-limit'
import type { LinkAnswer } from '../check/surroundings.ts'
import { judgeFault, judgeStatus, NO_HOST, NO_NAMES, unsure } from './judge-answer.ts'
import { isPublicAddress } from './public-address.ts'
import { type Guard, requestHead } from './request-head.ts'

/** Asks addresses, each once as long as it lives. */
export type AskLinks = (urls: readonly string[]) => Promise<ReadonlyMap<string, LinkAnswer>>

/** How links are asked. */
export interface AskOptions {
  /** Which IP addresses may be asked; default: those of the public internet. */
  readonly guard?: Guard
  /** Longest wait for one address with all that it sends to, milliseconds. */
  readonly timeout?: number
  /** Most addresses that are asked at all. */
  readonly most?: number
}

/** Hosts that are asked at once; the addresses of one host are asked one after the other. */
const AT_ONCE = 4
/** Addresses that one may send to, one after the other. */
const HOPS = 10

/**
 * Something that asks the web addresses of drafts. Drafts come from strangers: nothing but http and https, no
 * private network even after redirects, no port of another service, a few at a time, and only so many a run.
 */
export function linkAsker({
  guard = isPublicAddress,
  timeout = 15_000,
  most = 500,
}: AskOptions = {}): AskLinks {
  const limit = pLimit(AT_ONCE)
  const known = new Map<string, Promise<LinkAnswer>>()
  const hosts = new Map<string, Promise<unknown>>()
  let hasNames = false

  const ask = (url: URL): Promise<LinkAnswer> => {
    if (known.size >= most) return Promise.resolve(unsure(`was not asked: a run asks ${most} addresses`))
    const before = hosts.get(url.host) ?? Promise.resolve()
    const answer = before.then(() => limit(() => follow(url, guard, AbortSignal.timeout(timeout))))
    hosts.set(url.host, answer)
    known.set(keyOf(url), answer)
    return answer
  }

  return async (urls) => {
    const asked = urls.flatMap((written) => {
      const url = webAddress(written)
      return url ? [{ written, answer: known.get(keyOf(url)) ?? ask(url) }] : []
    })
    const answers = new Map<string, LinkAnswer>()
    for (const { written, answer } of asked) {
      answers.set(written, await answer)
      const { state } = await answer
      hasNames ||= state !== 'unsure' && (await answer) !== NO_HOST && !isIP(new URL(written).hostname)
    }
    // Without network no name is known, and no link is dead.
    if (!hasNames) for (const [url, answer] of answers) if (answer === NO_HOST) answers.set(url, NO_NAMES)
    return answers
  }
}

/** Asks an address and all that it sends to; never rejects. */
async function follow(first: URL, guard: Guard, signal: AbortSignal): Promise<LinkAnswer> {
  try {
    let url = first
    for (let hop = 0; hop <= HOPS; hop++) {
      const refusal = refusalOf(url)
      if (refusal) return unsure(refusal)
      const { status, location } = await headOf(url, { guard, signal })
      const isSent =
        status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href)
      if (!isSent) return judgeStatus(status, url.hostname)
      url = new URL(location, url)
    }
    return unsure(`sends on more than ${HOPS} times`)
  } catch (error) {
    return judgeFault(signal.aborted ? signal.reason : error)
  }
}

/** Some servers know no HEAD: where it fails, the page is asked for, and its body left alone. */
async function headOf(url: URL, options: { readonly guard: Guard; readonly signal: AbortSignal }) {
  try {
    const head = await requestHead(url, 'HEAD', options)
    if (head.status < 400) return head
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code !== 'ECONNRESET' && !code.startsWith('HPE_')) throw error
  }
  return requestHead(url, 'GET', options)
}

/** Why an address is not asked; a well-known port of another service could be told something. */
function refusalOf({ protocol, port, username, password }: URL): string | undefined {
  if (protocol !== 'http:' && protocol !== 'https:') return 'sends on to what is no web address'
  if (username !== '' || password !== '') return 'holds a name or a password, and was not asked'
  if (port !== '' && Number(port) < 1024 && port !== '80' && port !== '443')
    return `has the port ${port}, and was not asked`
  return undefined
}

function webAddress(written: string): URL | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

/** Two addresses that differ in their fragment are one page. */
function keyOf({ href, hash }: URL): string {
  return hash === '' ? href : href.slice(0, -hash.length)
}
