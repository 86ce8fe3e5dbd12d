import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ImageRefusal } from '../../src/images/image-refusal.ts'
import { looksLikeSvg, readSvg } from '../../src/images/svg/read-svg.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const svg = (inside: string, attributes = 'width="3" height="2"') =>
  `<svg ${NS} ${attributes}>${inside}</svg>`
const read = (text: string | Buffer) => readSvg(Buffer.from(text as string), 1000)
const refusal = (text: string | Buffer): string => {
  try {
    read(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ImageRefusal)
    return (error as ImageRefusal).message
  }
  return 'accepted'
}
/** A PNG header of this size with its end, which is all that is looked at. */
const png = (width: number, height: number) => {
  const bytes = Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000000000000000802000000000000000000000049454e4400000000',
    'hex',
  )
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return `data:image/png;base64,${bytes.toString('base64')}`
}

describe('an SVG is as large as', () => {
  it.each([
    ['its width and height in pixels', 'width="300" height="200px"', 300, 200],
    ['they are in other units', 'width="10mm" height="1in"', 38, 96],
    ['points, picas and quarter millimetres say', 'width="72pt" height="6pc"', 96, 96],
    ['its viewBox when it has neither', 'viewBox="0 0 100 50"', 100, 50],
    ['its viewBox when they are percentages', 'width="100%" height="100%" viewBox="0,0,100,50"', 100, 50],
    ['one side and the proportion of its viewBox', 'width="200" viewBox="-5 -5 100 50"', 200, 100],
    ['the other side and the proportion', "height='200' viewBox='0 0 100 50'", 400, 200],
    ['CSS makes an image that does not say', '', 300, 150],
  ])('%s', (_, attributes, width, height) => {
    expect(read(svg('', attributes))).toEqual({ width, height })
  })

  it.each(['width="0" height="5"', 'width="0.2" height="5"'])(
    'nothing when it says %s, which is refused',
    (attributes) => {
      expect(refusal(svg('', attributes))).toBe('is an SVG of no size')
    },
  )
})

describe('an SVG is accepted with', () => {
  it.each([
    [
      'a declaration, a public document type and comments',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- logo --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('')}\n`,
    ],
    ['a byte order mark', `\ufeff${svg('')}`],
    [
      'gradients, uses and styles within',
      svg(
        '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs><use href="#g"/><use xlink:href="#g" fill="url( \'#g\' )"/>',
      ),
    ],
    ['a picture within', svg(`<image href="${png(3, 2)}"/>`)],
    [
      'a prefix on every element',
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="3" height="2"><s:g/></s:svg>',
    ],
    [
      'drawing programs’ own attributes',
      `<svg ${NS} xmlns:i="http://inkscape.org" i:export="C:\\url(x)" data-name="image (2)" width="3" height="2"/>`,
    ],
    [
      'text with references to characters',
      svg('<title>A &amp; B &#xA9; &#169; onload=</title><desc><![CDATA[<script>]]></desc>'),
    ],
  ])('%s', (_, text) => {
    expect(looksLikeSvg(Buffer.from(text))).toBe(true)
    expect(read(text)).toEqual({ width: 3, height: 2 })
  })
})

describe('an SVG is refused with', () => {
  const elsewhere = 'is an SVG that refers to something outside itself'
  const damaged = 'is a damaged SVG (not well-formed XML)'
  it.each([
    ['script', svg('<script>alert(1)</script>'), 'is an SVG with a script element'],
    [
      'script under another prefix',
      svg('<x:SCRIPT xmlns:x="http://www.w3.org/2000/svg"/>'),
      'is an SVG with a script element',
    ],
    ['foreign content', svg('<foreignObject/>'), 'is an SVG with a foreignobject element'],
    ['an event handler', svg('<g onclick="x()"/>'), 'is an SVG with an event handler'],
    ['an event handler on itself', svg('', 'onload="x()"'), 'is an SVG with an event handler'],
    ['a link', svg('<a href="https://example.org/"/>'), elsewhere],
    ['javascript in a link', svg('<a xlink:href="&#106;avascript:alert(1)"/>'), elsewhere],
    ['an image elsewhere', svg('<image href="secret.png"/>'), elsewhere],
    ['an image in a file', svg('<image xlink:href=" file:///etc/passwd"/>'), elsewhere],
    ['an SVG as data', svg('<image href="data:image/svg+xml;base64,AA=="/>'), elsewhere],
    ['a style that imports', svg('<style>@import "x.css";</style>'), elsewhere],
    ['a style that imports behind a comment', svg('<style>@im<!-- -->port "x.css";</style>'), elsewhere],
    ['a style that imports in CDATA', svg('<style><![CDATA[@import url(x.css)]]></style>'), elsewhere],
    ['an address in a style', svg('<g style="fill:url(http://x/#a)"/>'), elsewhere],
    ['an address in an attribute', svg('<g fill="url( &quot;//x/#a&quot; )"/>'), elsewhere],
    ['an escaped address', svg('<g fill="\\75 r\\6C(http://x)"/>'), elsewhere],
    ['an image set', svg('<style>g{background:image-set("x.png" 1x)}</style>'), elsewhere],
    ['another base', svg('<g xml:base="http://x/"/>'), elsewhere],
    [
      'a style sheet elsewhere',
      `<?xml-stylesheet href="x.css"?>${svg('')}`,
      'is an SVG with a style sheet elsewhere',
    ],
    [
      'an animated reference',
      svg('<a href="#a"><set attributeName="xlink:href" to="x"/></a>'),
      'is an SVG that animates a reference',
    ],
    [
      'an entity',
      `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`,
      'is an SVG with a document type of its own',
    ],
    ['an entity nobody declared', svg('&nbsp;'), damaged],
    ['its last tag missing', svg('').slice(0, -1), damaged],
    ['tags that cross', svg('<g><a></g></a>'), damaged],
    ['two roots', svg('') + svg(''), damaged],
    ['text behind its end', `${svg('')}x`, damaged],
    ['an attribute twice', svg('<g id="a" id="b"/>'), damaged],
    ['an attribute without quotes', svg('<g id=a />'), damaged],
    ['a prefix nobody declared', svg('<x:g/>'), damaged],
    ['another root', `<html ${NS}><svg/></html>`, damaged],
    ['no namespace', '<svg width="3" height="2"/>', 'is an SVG without its namespace'],
    ['another encoding', Buffer.from(svg('<!-- é -->'), 'latin1'), 'is an SVG that is not UTF-8'],
    [
      'another declared encoding',
      `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('')}`,
      'is an SVG that is not UTF-8',
    ],
    ['UTF-16', Buffer.from(`\ufeff${svg('')}`, 'utf16le'), 'is an SVG that is not UTF-8'],
    [
      'a damaged picture within',
      svg('<image href="data:image/png;base64,AAAA"/>'),
      'is an SVG with a damaged picture inside',
    ],
    [
      'a picture of too many pixels within',
      svg(`<image href="${png(30_000, 30_000)}"/>`),
      'is an SVG with pictures of too many pixels inside',
    ],
    [
      'pictures of too many pixels in a style',
      svg(`<style>g{fill:url(${png(600, 1)})}a{fill:url("${png(600, 1)}")}</style>`),
      'is an SVG with pictures of too many pixels inside',
    ],
    ['60,000 elements', svg('<g/>'.repeat(60_000)), 'is an SVG with too many elements'],
    ['300 levels', svg('<g>'.repeat(300) + '</g>'.repeat(300)), 'is an SVG with too many elements'],
    ['more than 2 MB', svg(`<!--${' '.repeat(2 ** 21)}-->`), 'is an SVG larger than 2 MB'],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toBe(message)
  })

  it('uses that unfold into a billion shapes, within a second', () => {
    const level = (i: number) => `<g id="l${i}">${`<use href="#l${i + 1}"/>`.repeat(10)}</g>`
    const bomb = svg(`${Array.from({ length: 9 }, (_, i) => level(i)).join('')}<g id="l9"/>`)
    expect(refusal(bomb)).toBe('is an SVG with too many elements')
    const chain = svg(
      Array.from({ length: 20_000 }, (_, i) => `<g id="a${i}"><use href="#a${i + 1}"/></g>`).join(''),
    )
    expect(refusal(chain)).toBe('is an SVG with too many elements')
    expect(refusal(svg('<g id="a"><use href="#a"/></g>'))).toBe('accepted')
  })

  it('markup made to waste time comes to an end', () => {
    for (const part of [
      '<!--',
      '<g a="',
      '<g ',
      '<![CDATA[',
      '&',
      "<style a='",
      '<?x ',
      '<!DOCTYPE ',
      'url(',
      '<g a="url(" ',
      ' a=""',
    ]) {
      refusal(`<svg ${NS}>${part.repeat(100_000)}`)
      refusal(`<svg ${NS} ${part.repeat(100_000)}`)
      refusal(svg(`<style>${part.replaceAll('<', '').repeat(100_000)}</style>`))
    }
  })
})

it('any text either is refused or has a size of at least one pixel', () => {
  const piece = fc.constantFrom(
    '<svg ',
    NS,
    '>',
    '</svg>',
    '<g',
    '/>',
    ' href="',
    '"',
    '#a',
    '&amp;',
    '&',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '?>',
    ' x:y="',
    '\0',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
      let size = { width: 1, height: 1 }
      try {
        size = read(pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(ImageRefusal)
      }
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
    }),
    { numRuns: 2000 },
  )
})
