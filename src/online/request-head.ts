import { lookup } from 'node:dns'
import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { TOOL } from '../version.ts'

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number
  /** Where it sends to, as written. */
  readonly location: string | undefined
}

/** True for an address that may be asked. */
export type Guard = (address: string) => boolean

/** The code of the error where a guard has refused the address that a name leads to. */
export const REFUSED = 'ADDRESS_REFUSED'
/** The code of the error where the address itself is written, and refused. */
export const REFUSED_LITERAL = 'ADDRESS_LITERAL_REFUSED'

/**
 * Asks an http or https address and answers with the head alone: no body is read, no cookie or password sent,
 * no proxy used. The connection goes to the very address that the guard has seen, so that a name cannot lead
 * elsewhere the second time. Rejects with an error that has a `code`.
 */
export function requestHead(
  url: URL,
  method: 'HEAD' | 'GET',
  { guard, signal }: { readonly guard: Guard; readonly signal: AbortSignal },
): Promise<AnswerHead> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !guard(host)) return Promise.reject(refusal(REFUSED_LITERAL))
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((answer, fail) => {
    const asked: ClientRequest = request({
      protocol: url.protocol,
      host,
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { accept: '*/*', 'user-agent': `${TOOL} (link check)` },
      agent: false,
      lookup: guarded(guard),
      signal,
    })
    asked.on('response', (response) => {
      answer({ status: response.statusCode ?? 0, location: response.headers.location })
      response.destroy()
    })
    asked.on('upgrade', (_, socket) => {
      socket.destroy()
      fail(refusal('UPGRADE'))
    })
    asked.on('error', fail)
    asked.end()
  })
}

/** A lookup that fails where any address of a name is refused. */
function guarded(guard: Guard): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0]
      if (error) return done(error, '', 0)
      if (!first || !addresses.every(({ address }) => guard(address))) return done(refusal(REFUSED), '', 0)
      if (options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  }
}

function refusal(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}
