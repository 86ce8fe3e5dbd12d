import { lookup } from 'node:dns/promises'
import { describe, expect, test } from 'vitest'
import { linkAsker } from '../../src/online/ask-links.ts'
import { judgeFault } from '../../src/online/judge-answer.ts'
import { webServer } from '../support/web-server.ts'

/** The test's own server may be asked, and no other address of this machine. */
const guard = (address: string) => address === '127.0.0.1'

/** A server that answers `/404` with 404, and sends `/to?there` on to `there`. */
const statusServer = () =>
  webServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/to')
      return response.writeHead(302, { location: decodeURIComponent(url.search.slice(1)) }).end()
    if (url.pathname === '/get-only' && request.method === 'HEAD') return response.writeHead(405).end()
    if (url.pathname === '/cut' && request.method === 'HEAD') return request.socket.destroy()
    const status = Number(/^\/(\d{3})$/.exec(url.pathname)?.[1] ?? 200)
    return response.writeHead(status).end('the page')
  })

describe('what an address answers', () => {
  test.each([
    ['/here', 'alive', ''],
    ['/get-only', 'alive', ''],
    ['/cut', 'alive', ''],
    ['/404', 'dead', 'answers 404: there is no such page'],
    ['/410', 'dead', 'answers 410: there is no such page'],
    ['/401', 'dead', 'answers 401: it wants a name and a password'],
    ['/403', 'unsure', 'answers 403, perhaps only to programs'],
    ['/429', 'unsure', 'answers 429, perhaps only to programs'],
    ['/503', 'unsure', 'answers 503, a fault of its server'],
    ['/304', 'alive', ''],
    ['/to?/here', 'alive', ''],
    ['/to?/404', 'dead', 'answers 404: there is no such page'],
    ['/to?file:///etc/passwd', 'unsure', 'sends on to what is no web address'],
    ['/to?ftp://127.0.0.1/', 'unsure', 'sends on to what is no web address'],
    ['/to?http://user:word@127.0.0.1/', 'unsure', 'holds a name or a password, and was not asked'],
    ['/to?http://127.0.0.1:25/', 'unsure', 'has the port 25, and was not asked'],
  ])('%s: %s', async (path, state, reason) => {
    const { origin } = await statusServer()
    const answers = await linkAsker({ guard })([origin + path])
    expect(answers.get(origin + path)).toEqual({ state, reason })
  })

  test('one that sends on for ever is left after ten times', async () => {
    const { origin, asked } = await webServer((_, response) =>
      response.writeHead(301, { location: '/again' }).end(),
    )
    const answers = await linkAsker({ guard })([origin])
    expect(answers.get(origin)).toMatchObject({ state: 'unsure', reason: 'sends on more than 10 times' })
    expect(asked).toHaveLength(11)
  })

  test('one that never answers is left when its time is over', async () => {
    const { origin } = await webServer(() => {})
    const answers = await linkAsker({ guard, timeout: 200 })([origin])
    expect(answers.get(origin)).toEqual({ state: 'unsure', reason: 'has not answered in time' })
  })

  test('a page without end is not read', async () => {
    const { origin } = await webServer((request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(405).end()
      response.writeHead(200)
      const more = setInterval(() => response.write('x'.repeat(1000)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect((await linkAsker({ guard, timeout: 5000 })([origin])).get(origin)?.state).toBe('alive')
  })

  test.each([
    ['ENOTFOUND', 'dead'],
    ['CERT_HAS_EXPIRED', 'dead'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'dead'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unsure'],
    ['EAI_AGAIN', 'unsure'],
    ['ECONNREFUSED', 'unsure'],
    ['\u001b[2J', 'unsure'],
  ])('%j makes it %s', (code, state) => {
    const answer = judgeFault(Object.assign(new Error('x'), { code }))
    expect(answer.state).toBe(state)
    expect(answer.reason).not.toContain('\u001b')
  })
})

describe('a host that nobody knows', () => {
  const url = 'http://nowhere.invalid/'

  test('is not certain where no other name is known: the machine may have no network', async () => {
    const { origin } = await statusServer()
    const answers = await linkAsker({ guard: () => true })([url, origin])
    expect(answers.get(url)?.state).toBe('unsure')
  })

  test('is dead where another name is known', async () => {
    const { origin } = await statusServer()
    const known = origin.replace('127.0.0.1', 'localhost')
    const { code } = await lookup('nowhere.invalid').catch((error) => error)
    const answers = await linkAsker({ guard: () => true })([url, known])
    expect(answers.get(url)?.state).toBe(code === 'ENOTFOUND' ? 'dead' : 'unsure')
  })
})

describe('what is never asked', () => {
  const LOOPBACK = ['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]']

  test.each(LOOPBACK)('this machine as %s', async (host) => {
    const { origin, asked } = await statusServer()
    const url = `http://${host}:${new URL(origin).port}/`
    const answers = await linkAsker()([url])
    expect(answers.get(url)).toMatchObject({
      state: 'dead',
      reason: expect.stringContaining('private network'),
    })
    expect(asked).toEqual([])
  })

  test.each(['localhost', 'localhost.'])('this machine by the name %s', async (host) => {
    const { origin, asked } = await statusServer()
    const url = `http://${host}:${new URL(origin).port}/`
    // Some machines do not know the name with a dot behind it.
    expect((await linkAsker()([url])).get(url)?.state).not.toBe('alive')
    expect(asked).toEqual([])
  })

  test.each(['127.0.0.2', 'localhost'])(
    'a private address (%s) that a public one sends on to',
    async (host) => {
      const inner = await webServer((_, response) => response.end('secret'), '127.0.0.2')
      const to = inner.origin.replace('127.0.0.2', host)
      const { origin } = await statusServer()
      const isOuter = (address: string) => address === '127.0.0.1' && host !== 'localhost'
      const asker = linkAsker({ guard: host === 'localhost' ? refuseNames() : isOuter })
      const answer = (await asker([`${origin}/to?${to}/`])).get(`${origin}/to?${to}/`)
      expect(answer?.reason).toContain('private network')
      expect(inner.asked).toEqual([])
    },
  )

  test('what is no web address', async () => {
    const urls = [
      'mailto:press@ruritania.example',
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
      '#top',
      'http://',
    ]
    expect([...(await linkAsker({ guard: () => true })(urls))]).toEqual([])
  })

  /** Lets the first connection through, which the test's server gets, and nothing behind it. */
  function refuseNames() {
    let seen = 0
    return () => seen++ === 0
  }
})

describe('how often', () => {
  test('each page is asked once, with or without a fragment, in one draft or another', async () => {
    const { origin, asked } = await statusServer()
    const ask = linkAsker({ guard })
    const answers = await ask([`${origin}/404`, `${origin}/404#part`, `${origin}/404`])
    await ask([`${origin}/404#other`])
    expect(answers.get(`${origin}/404#part`)?.state).toBe('dead')
    expect(asked).toEqual(['HEAD /404', 'GET /404'])
  })

  test('one host is asked one thing at a time', async () => {
    let [now, most] = [0, 0]
    const { origin } = await webServer((_, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        response.end()
      }, 20)
    })
    await linkAsker({ guard })(Array.from({ length: 6 }, (_, i) => `${origin}/${i}`))
    expect(most).toBe(1)
  })

  test('a run asks only so many, and says so', async () => {
    const { origin, asked } = await statusServer()
    const answers = await linkAsker({ guard, most: 2 })([`${origin}/a`, `${origin}/b`, `${origin}/c`])
    expect(answers.get(`${origin}/c`)).toEqual({
      state: 'unsure',
      reason: 'was not asked: a run asks 2 addresses',
    })
    expect(asked).toHaveLength(2)
  })
})
