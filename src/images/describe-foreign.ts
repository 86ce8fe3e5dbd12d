/** Kinds of files that people take for web images, by their first bytes. */
const KINDS: readonly [signature: RegExp, kind: string][] = [
  [/^....ftyp(?:heic|heix|mif1|msf1)/s, 'a HEIC photo, which browsers cannot show'],
  [/^....ftypavi[fs]/s, 'an AVIF image'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^BM/, 'a BMP image'],
  [/^%PDF-/, 'a PDF document'],
  [/^%!PS|^\xc5\xd0\xd3\xc6/, 'an EPS drawing'],
  [/^\x1f\x8b/, 'a compressed file'],
]

/** Says what a refused file is, as far as its first bytes tell, and never what it holds. */
export function describeForeign(bytes: Buffer): string {
  if (bytes.length === 0) return 'is an empty file'
  const head = bytes.toString('latin1', 0, 16)
  const kind = KINDS.find(([signature]) => signature.test(head))?.[1]
  return kind ? `is ${kind}` : 'is not an image by its content'
}
