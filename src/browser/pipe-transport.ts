import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer-core'

/** Carries DevTools messages, each ended by a NUL byte, over the two pipes of `--remote-debugging-pipe`. */
export function pipeTransport(commands: Writable, answers: Readable): ConnectionTransport {
  let pending: Buffer[] = []
  const transport: ConnectionTransport = {
    send: (message) => void commands.write(`${message}\0`),
    close: () => {
      commands.destroy()
      answers.destroy()
    },
  }
  // A program that is no browser may write anything here.
  const deliver = async (message: string) => {
    try {
      await transport.onmessage?.(message)
    } catch {
      answers.destroy()
    }
  }
  answers.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...pending, chunk.subarray(from, end)]).toString('utf8')
      pending = []
      from = end + 1
      void deliver(message)
    }
    if (from < chunk.length) pending.push(chunk.subarray(from))
  })
  answers.once('close', () => transport.onclose?.())
  // A browser that is gone breaks the pipe; its end is told by `close`.
  for (const stream of [commands, answers]) stream.on('error', () => {})
  return transport
}
