import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A web server of one test. */
export interface WebServer {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** Method and path of every request, in their order. */
  readonly asked: string[]
}

/** Starts a web server on a loopback address; it ends with the test. */
export async function webServer(answer: RequestListener, address = '127.0.0.1'): Promise<WebServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, address, ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://${address}:${port}`, asked }
}
