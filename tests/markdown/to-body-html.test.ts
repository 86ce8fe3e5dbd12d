import fc from 'fast-check'
import type { Element, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { ALLOWED_ELEMENTS, isAllowedAttribute } from '../../src/markdown/allowed-html.ts'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'
import { toBody } from '../../src/markdown/to-body.ts'
import { told } from '../support/findings.ts'

const WORDS = { footnotes: 'Footnotes', backToText: 'Back' }

async function htmlOf(markdown: string): Promise<string> {
  return toHtml((await toBody(parseMarkdown(markdown), WORDS)).root)
}

async function faultsOf(markdown: string): Promise<string[]> {
  const { findings } = await toBody(parseMarkdown(markdown), WORDS)
  return told(findings).map((line) =>
    line.replace(/^warning (?:html-removed|link-refused) /, '').replace(/ \| .*/, ''),
  )
}

/** Attributes that our own shaping adds to what a draft may write. */
const OURS = ['role', 'aria-label', 'aria-labelledby', 'class']

/** What a browser would find in a body that the allow-list does not name. */
function forbidden(html: string): string[] {
  const found: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && !['html', 'head', 'body'].includes(node.tagName)) {
      if (!ALLOWED_ELEMENTS.includes(node.tagName)) found.push(`<${node.tagName}>`)
      if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(node.namespaceURI)
      for (const { name, value } of node.attrs) {
        if (!isAllowedAttribute(node.tagName, name) && !OURS.includes(name))
          found.push(`${node.tagName} ${name}`)
        if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:|#)/i.test(value)) found.push(`href ${value}`)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
    if ('content' in node) visit(node.content)
  }
  visit(parse(html))
  return found
}

describe('hostile HTML does nothing in a browser:', () => {
  const scripts = [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=x></SCRIPT>',
    '<script>x',
    '<scr<script>ipt>x</scr</script>ipt>',
  ]
  const handlers = [
    '<img src=x onerror=alert(1)>',
    '<div><img/src=x/onerror=y></div>',
    '<b onclick=x>t</b>',
    '<p style="position:fixed">t</p>',
    '<body onload=x>',
    '<details open ontoggle=x>t</details>',
  ]
  const frames = [
    '<iframe srcdoc="<script>x</script>"></iframe>',
    '<object data=x>',
    '<embed src=x>',
    '<frameset><frame src=x></frameset>',
    '<video src=x poster=y>',
    '<audio src=x>',
    '<form action=x><input type=image src=x><button formaction=javascript:x>t</button></form>',
    '<portal src=x>',
  ]
  const heads = [
    '<base href=//evil>',
    '<meta http-equiv=refresh content=0;url=//evil>',
    '<link rel=stylesheet href=//evil>',
    '<style>@import "//evil"</style>',
    '<title>t</title>',
    '<noscript><p title="</noscript><img src=x onerror=y>">',
  ]
  const foreign = [
    '<svg onload=x><script>y</script></svg>',
    '<svg><style><img src=x onerror=y></style></svg>',
    '<svg><a xlink:href="javascript:x">t</a></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=y&gt;">',
    '<svg><textarea><img src=x onerror=y>',
    '<xmp><img src=x onerror=y></xmp>',
    '<template><img src=x onerror=y></template>',
    '<textarea><img src=x onerror=y></textarea>',
    '<plaintext><img src=x onerror=y>',
  ]
  const comments = [
    '<!--><script>x</script>-->',
    '<!-- --!><script>x</script> -->',
    '<!--[if IE]><script>x</script><![endif]-->',
    '<?xml <script>x</script>?>',
    '<![CDATA[<script>x</script>]]>',
    '<!DOCTYPE x [<script>]>',
  ]
  it.each([...scripts, ...handlers, ...frames, ...heads, ...foreign, ...comments])('%s', async (html) => {
    for (const markdown of [html, `text ${html} text`, `<div>\n${html}\n</div>\n`, `> - ${html}`]) {
      expect([markdown, forbidden(await htmlOf(markdown))]).toEqual([markdown, []])
    }
  })

  const javascript = [
    'javascript:x',
    'JaVaScRiPt:x',
    ' javascript:x',
    'java&#10;script:x',
    'java&Tab;script:x',
    '&#106;avascript:x',
    '&#x6A;avascript&colon;x',
    '\u0001javascript:x',
  ]
  const schemes = [
    'vbscript:x',
    'data:text/html,x',
    'data:image/svg+xml,x',
    'blob:x',
    'about:blank',
    'file:///etc/passwd',
    'smb://x',
    'ms-msdt:x',
    'chrome://x',
    '//evil/x',
    '\\\\host\\x',
    '../x',
    '%6aavascript:x',
  ]
  it.each([...javascript, ...schemes])('a link to %j is its words, with a warning', async (url) => {
    const ways = [
      `<a href="${url}">words</a>`,
      `<div>\n<a href='${url}'>words</a></div>`,
      `[words](<${url}>)`,
      `[words][r]\n\n[r]: <${url}>`,
    ]
    for (const markdown of ways) {
      const { root, findings } = await toBody(parseMarkdown(markdown), WORDS)
      const html = toHtml(root)
      if (url.includes('\\') && html.includes('[words]')) continue
      expect([markdown, html.includes('href'), html.includes('words')]).toEqual([markdown, false, true])
      expect(findings.map(({ rule }) => rule)).toEqual(['link-refused'])
    }
  })

  it('is nothing that fast-check can think of', async () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      '\n\n',
      '<a ',
      'href=',
      'javascript:',
      '<img ',
      'src=x',
      'onerror=',
      '<svg>',
      '<style>',
      '</style>',
      '<!--',
      '-->',
      '<table>',
      '<td>',
      '<math>',
      '<b>',
      '</b>',
      '<p>',
      '`',
      '[x](',
      ')',
      '&lt;',
      '<template>',
      '<select>',
      '<plaintext>',
      '<noscript>',
      '<![CDATA[',
      ']]>',
      '<?',
      'x',
    )
    const markdown = fc.array(fc.oneof({ weight: 5, arbitrary: parts }, fc.string({ maxLength: 5 })), {
      maxLength: 25,
    })
    await fc.assert(
      fc.asyncProperty(markdown, async (pieces) => {
        expect(forbidden(await htmlOf(pieces.join('')))).toEqual([])
      }),
      { numRuns: 1_500 },
    )
  })
})

describe('what is taken out is told at its place:', () => {
  it.each([
    ['One\n\n<div>\n  <u onclick="x">t</u>\n</div>', ['4:3: attribute "onclick" of <u> removed']],
    ['a <marquee>t</marquee>', ['1:3: <marquee> removed, its text is kept']],
    [
      '<script>x</script><font>t</font>',
      ['1:1: <script> and its content removed', '1:19: <font> removed, its text is kept'],
    ],
    ['a\n\n<p>\n<a href="//evil">t</a></p>', ['4:10: link "//evil" has no scheme']],
    ['a [x](file:///y) b', ['1:3: link "file:///y" has the scheme "file:"']],
    ['<div><![CDATA[x]]></div>', ['1:6: <![CDATA[…]]> removed, its text is kept']],
    ['<?php x ?>', ['1:1: <?…> removed']],
    ['a\n\n<!-- b\n\nc', ['error html-removed 3:1: a comment is not closed: all that follows would be lost']],
    [
      '<div>\n<img/src=x.png></div>',
      ['error image-refused 1:1: an image in HTML whose address cannot be read'],
    ],
    ['<img alt="x">', ['error image-refused 1:1: an image in HTML whose address cannot be read']],
    ['<b class="x" id="y" lang="fr">t</b> <!-- note --> <br>', []],
  ])('%j', async (markdown, expected) => {
    expect(await faultsOf(markdown)).toEqual(expected)
  })

  it.each([
    '<div>'.repeat(5_000),
    `x ${'<b>'.repeat(10_000)}`,
    `${'<b><i>'.repeat(2_000)}${'<p>x</p>'.repeat(200)}`,
  ])('HTML that is never closed (%#)', async (markdown) => {
    const [fault] = await faultsOf(markdown)
    expect(fault).toMatch(/^error draft-too-large 1:\d: HTML nested more than 200 deep/)
  })
})

describe('no words are lost', () => {
  const text = (node: Nodes): string =>
    node.type === 'text'
      ? node.value
      : 'children' in node
        ? (node as Element).children.map(text).join('')
        : ''
  it.each([
    ['<plaintext>one\n\ntwo **three**', 'one two three'],
    ['<b>one\n\ntwo', 'one two'],
    ['<svg><text>one</text></svg>', 'one'],
    ['<select><option>one</select>', 'one'],
    ['<title>one</title>', 'one'],
    ['<iframe>one</iframe>', 'one'],
    ['<td>one</td>', 'one'],
    ['<div>\n\n*one*\n\n</div>', 'one'],
    ['<![CDATA[one < two]]>', 'one < two'],
    ['a <q>one</q>', 'a “one”'],
  ])('of %j', async (markdown, expected) => {
    const { root } = await toBody(parseMarkdown(markdown), WORDS)
    expect(text(root).replace(/\s+/g, ' ').trim()).toBe(expected)
  })
})
