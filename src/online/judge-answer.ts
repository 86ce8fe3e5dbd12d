import type { LinkAnswer } from '../check/surroundings.ts'
import { REFUSED, REFUSED_LITERAL } from './request-head.ts'

/** Where those are sent who are not signed in. */
const SIGN_IN = /^(?:accounts\.google\.com|login\.microsoftonline\.com|login\.live\.com)$/

/** What a link is that can be opened. */
export const ALIVE: LinkAnswer = { state: 'alive', reason: '' }

/** What is said of a host that nobody knows. */
export const NO_HOST = dead('leads nowhere: there is no host of that name')

/** The same where no other name is known either: a machine without network knows none. */
export const NO_NAMES = unsure('leads to no host that this machine knows; it has found no other either')

/** What an error says of an address. */
const FAULTS: Readonly<Record<string, LinkAnswer>> = {
  ENOTFOUND: NO_HOST,
  CERT_HAS_EXPIRED: dead('has a certificate that has expired'),
  ERR_TLS_CERT_ALTNAME_INVALID: dead('has a certificate for another name'),
  DEPTH_ZERO_SELF_SIGNED_CERT: dead('has a certificate that no authority has signed'),
  ECONNREFUSED: unsure('takes no connection'),
  EAI_AGAIN: unsure('cannot be asked: names are not looked up at the moment'),
  ABORT_ERR: unsure('has not answered in time'),
  [REFUSED_LITERAL]: dead('is an address of a private network, which readers cannot reach'),
  [REFUSED]: unsure('leads into a private network, and was not asked'),
}

/** What the last answer of an address says of it; `host` is that which gave it. */
export function judgeStatus(status: number, host: string): LinkAnswer {
  if (status === 404 || status === 410) return dead(`answers ${status}: there is no such page`)
  if (status === 401) return dead('answers 401: it wants a name and a password')
  if (SIGN_IN.test(host)) return dead('leads to a sign-in: readers without an account cannot see it')
  if (status >= 200 && status < 400) return ALIVE
  if (status >= 500) return unsure(`answers ${status}, a fault of its server`)
  return unsure(`answers ${status}, perhaps only to programs`)
}

/** What an error on the way says of an address. */
export function judgeFault(error: unknown): LinkAnswer {
  const { code = '', name = '' } = (error ?? {}) as NodeJS.ErrnoException
  const known = FAULTS[name === 'AbortError' || name === 'TimeoutError' ? 'ABORT_ERR' : code]
  return (
    known ?? unsure(`cannot be asked (${/^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'fault of the connection'})`)
  )
}

/** An address that readers cannot open. */
export function dead(reason: string): LinkAnswer {
  return { state: 'dead', reason }
}

/** An address of which nothing certain is known. */
export function unsure(reason: string): LinkAnswer {
  return { state: 'unsure', reason }
}
