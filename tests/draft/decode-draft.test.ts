import { describe, expect, it } from 'vitest'
import { decodeDraft } from '../../src/draft/decode-draft.ts'
import { told } from '../support/findings.ts'

const TEXT = '---\nheadline: Hé\n---\nbody\n'
const MARK = '\ufeff'

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

describe('a draft in UTF-8 is read', () => {
  it.each([
    ['plain', TEXT],
    ['behind a byte order mark', MARK + TEXT],
    ['behind two', MARK + MARK + TEXT],
    ['with CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['with CR', TEXT.replaceAll('\n', '\r')],
    ['with all of them', `${MARK}---\r\nheadline: Hé\r---\nbody\r\n`],
  ])('%s', (_, text) => {
    expect(decodeDraft(Buffer.from(text))).toEqual({ source: TEXT })
  })
})

describe('what is no text in UTF-8 is refused by name:', () => {
  const hint = 'save the file as UTF-8 (it looks like Windows-1252 or Latin-1)'
  const noDraft = 'name a Markdown draft (*.md)'
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  it.each<[fact: string, bytes: Uint8Array, told: string]>([
    ['UTF-16 LE', Buffer.from(MARK + TEXT, 'utf16le'), 'encoding 1:1: the file is UTF-16 | save it as UTF-8'],
    ['UTF-16 BE', bigEndian(MARK + TEXT), 'encoding 1:1: the file is UTF-16 | save it as UTF-8'],
    [
      'UTF-16 LE without mark',
      Buffer.from(TEXT, 'utf16le'),
      'encoding 1:1: the file is UTF-16 | save it as UTF-8',
    ],
    ['UTF-16 BE without mark', bigEndian(TEXT), 'encoding 1:1: the file is UTF-16 | save it as UTF-8'],
    ['Latin-1', Buffer.from(TEXT, 'latin1'), `encoding 2:1: byte 0xe9 at offset 15 is not UTF-8 | ${hint}`],
    [
      'Windows-1252',
      Buffer.from('---\n\x93H\x94', 'latin1'),
      `encoding 2:1: byte 0x93 at offset 4 is not UTF-8 | ${hint}`,
    ],
    [
      'a lone surrogate',
      Buffer.from('a\nb\xed\xa0\x80', 'latin1'),
      `encoding 2:1: byte 0xed at offset 3 is not UTF-8 | ${hint}`,
    ],
    [
      'an overlong form',
      Buffer.from('\xc0\xaf', 'latin1'),
      `encoding 1:1: byte 0xc0 at offset 0 is not UTF-8 | ${hint}`,
    ],
    [
      'a cut character at the end',
      Buffer.from('a\xe2\x82', 'latin1'),
      `encoding 1:1: byte 0xe2 at offset 1 is not UTF-8 | ${hint}`,
    ],
    [
      'a bad byte behind CRs',
      Buffer.from('a\rb\r\xff', 'latin1'),
      `encoding 3:1: byte 0xff at offset 4 is not UTF-8 | ${hint}`,
    ],
    ['a NUL', Buffer.from('a\0b'), `encoding 1:1: byte 0 at offset 1: this is no text | ${noDraft}`],
    ['a PDF', Buffer.from('%PDF-1.7\n'), `encoding 1:1: this is a PDF file, not Markdown | ${noDraft}`],
    ['a PNG', png, `encoding 1:1: this is a PNG image, not Markdown | ${noDraft}`],
    [
      'a Word file',
      Buffer.from('PK\x03\x04\x14\0'),
      `encoding 1:1: this is a ZIP or Office file, not Markdown | ${noDraft}`,
    ],
    ['nothing', Buffer.alloc(0), 'draft-empty 1:1: the draft is empty | begin with front matter: ---'],
    [
      'white space',
      Buffer.from(' \r\n\t\n'),
      'draft-empty 1:1: the draft is empty | begin with front matter: ---',
    ],
    [
      'a byte order mark alone',
      Buffer.from(MARK),
      'draft-empty 1:1: the draft is empty | begin with front matter: ---',
    ],
  ])('%s', (_, bytes, expected) => {
    const decoded = decodeDraft(bytes)
    expect('finding' in decoded && told([decoded.finding])).toEqual([`error ${expected}`])
  })
})
