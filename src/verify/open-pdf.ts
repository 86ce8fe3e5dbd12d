import { getDocumentProxy } from 'unpdf'

// pdf.js reads fonts with a method that Node 20 does not have yet; without it it reads no glyph at all.
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
  const copy = new Uint8Array(length)
  copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
  return copy.buffer
}

/** A PDF as pdf.js has it. */
export type Pdf = Awaited<ReturnType<typeof openPdf>>

/** Opens a PDF; the bytes are copied, since pdf.js takes what it is given. Rejects for what is none. */
export function openPdf(bytes: Uint8Array) {
  return getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
}

/** A node of the tree of tags as pdf.js gives it. */
export interface TagNode {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly TagNode[]
}

/** The tree of tags, a root a page. */
export async function pdfTags(pdf: Pdf): Promise<TagNode[]> {
  const trees: TagNode[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const tree: TagNode | null = await (await pdf.getPage(number)).getStructTree()
    trees.push(tree ?? {})
  }
  return trees
}
