import { addAbortSignal, type Readable } from 'node:stream'

/** Reads at most so many bytes of standard input and what came along with the last of them. */
export async function readAll(stream: Readable, atMost: number, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of signal ? addAbortSignal(signal, stream) : stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= atMost) break
  }
  return Buffer.concat(chunks)
}
