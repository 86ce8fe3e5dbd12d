import { isoDate } from '../../language/civil-date.ts'
import type { PdfMeta } from './finish-pdf.ts'
import { metadataText } from './pdf-text.ts'

/** The XMP packet that says the same as the information dictionary (ISO 16684-1), as UTF-8 bytes. */
export function xmpPacket(meta: PdfMeta, producer: string): Buffer {
  const stamp = `${isoDate(meta.date)}T00:00:00Z`
  const keywords = meta.keywords.map(xmlText).filter(Boolean)
  const lines = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternative(meta.title)}</dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${xmlText(meta.author)}</rdf:li></rdf:Seq></dc:creator>`,
    ...(meta.subject ? [`<dc:description>${alternative(meta.subject)}</dc:description>`] : []),
    ...(keywords.length
      ? [`<dc:subject><rdf:Bag>${keywords.map(item).join('')}</rdf:Bag></dc:subject>`]
      : []),
    `<dc:language><rdf:Bag><rdf:li>${xmlText(meta.language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${xmlText(meta.creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${stamp}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${stamp}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${stamp}</xmp:MetadataDate>`,
    ...(keywords.length ? [`<pdf:Keywords>${keywords.join(', ')}</pdf:Keywords>`] : []),
    `<pdf:Producer>${xmlText(producer)}</pdf:Producer>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8')
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt>`
}

function item(escaped: string): string {
  return `<rdf:li>${escaped}</rdf:li>`
}

function xmlText(text: string): string {
  return metadataText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
