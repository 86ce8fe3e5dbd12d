import type { LocalFinding } from '../finding.ts'

/** Beginnings of files that are no text, and what they are. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF file'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP or Office file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
]

/**
 * Decodes a draft strictly as UTF-8; byte order marks are dropped, CRLF and CR become LF.
 * Anything else is refused with its name, and with the offset of the first bad byte.
 */
export function decodeDraft(bytes: Uint8Array): { source: string } | { finding: LocalFinding } {
  const [first, second] = bytes
  const utf16 =
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || looksLikeUtf16(bytes)
  if (utf16) return refuse('encoding', 'the file is UTF-16', 'save it as UTF-8')
  const signature = SIGNATURES.find(([head]) => head.every((byte, i) => bytes[i] === byte))
  if (signature)
    return refuse('encoding', `this is ${signature[1]}, not Markdown`, 'name a Markdown draft (*.md)')
  const nul = bytes.indexOf(0)
  if (nul >= 0)
    return refuse('encoding', `byte 0 at offset ${nul}: this is no text`, 'name a Markdown draft (*.md)')
  let decoded: string
  try {
    decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const offset = firstBadByte(bytes)
    const byte = bytes[offset]?.toString(16).padStart(2, '0')
    const line = Buffer.from(bytes.subarray(0, offset))
      .toString('latin1')
      .split(/\r\n?|\n/).length
    const message = `byte 0x${byte} at offset ${offset} is not UTF-8`
    return refuse('encoding', message, 'save the file as UTF-8 (it looks like Windows-1252 or Latin-1)', line)
  }
  const source = decoded.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n')
  if (source.trim() === '') return refuse('draft-empty', 'the draft is empty', 'begin with front matter: ---')
  return { source }
}

function refuse(rule: string, message: string, hint: string, line = 1): { finding: LocalFinding } {
  return { finding: { severity: 'error', rule, message, hint, line, column: 1 } }
}

/** Western text in UTF-16 without a mark has a zero in every other byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64)
  if (head.length < 8) return false
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  return Math.max(...zeros) > head.length * 0.4 && Math.min(...zeros) === 0
}

/** Bisects for the longest prefix that decodes; the character that is incomplete at its end is the bad one. */
function firstBadByte(bytes: Uint8Array): number {
  const decode = (length: number) =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
      stream: true,
    })
  let [good, bad] = [0, bytes.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      decode(middle)
      good = middle
    } catch {
      bad = middle
    }
  }
  return Buffer.byteLength(decode(good))
}
