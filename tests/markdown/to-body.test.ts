import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'
import { toBody } from '../../src/markdown/to-body.ts'

async function htmlOf(markdown: string): Promise<string> {
  return toHtml((await toBody(parseMarkdown(markdown), { footnotes: 'Footnotes', backToText: 'Back' })).root)
}

describe('the only h1 is the headline, so the text', () => {
  it.each([
    ['# A\n\n## B', '<h2>A</h2>\n<h3>B</h3>'],
    ['## A\n\n### B', '<h2>A</h2>\n<h3>B</h3>'],
    ['### A', '<h2>A</h2>'],
    ['# A\n\n###### B', '<h2>A</h2>\n<h6>B</h6>'],
    ['> # A', '<blockquote>\n<h2>A</h2>\n</blockquote>'],
    ['<h1>A</h1>', '<h2>A</h2>'],
    ['Text\n===', '<h2>Text</h2>'],
  ])('begins its headings at h2: %j', async (markdown, expected) => {
    expect(await htmlOf(markdown)).toBe(expected)
  })
})

describe('figures', () => {
  it.each([
    ['![The bridge](a.png)', '<figure><img src="a.png" alt="The bridge"></figure>'],
    [
      '![The bridge](a.png "Rebuilt")',
      '<figure><img src="a.png" alt="The bridge"><figcaption>Rebuilt</figcaption></figure>',
    ],
    ['![x][b]\n\n[b]: a.png', '<figure><img src="a.png" alt="x"></figure>'],
    ['![x](a.png) and text', '<p><img src="a.png" alt="x"> and text</p>'],
    ['![x](a.png)\n![y](b.png)', '<p><img src="a.png" alt="x">\n<img src="b.png" alt="y"></p>'],
    ['<p><img src="a.png" alt="x"></p>', '<figure><img src="a.png" alt="x"></figure>'],
    ['![x][nowhere]', '<p>![x][nowhere]</p>'],
  ])('%j', async (markdown, expected) => {
    expect(await htmlOf(markdown)).toBe(expected)
  })
})

describe('footnotes', () => {
  it('stand at the end of the text with a mark, a heading and a way back', async () => {
    expect(await htmlOf('Water[^1] rose.\n\n[^1]: By *three* metres.\n\n## Next')).toBe(
      [
        '<p>Water<a href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a> rose.</p>',
        '<h2>Next</h2>',
        '<section role="doc-endnotes" aria-labelledby="release-footnotes"><h2 id="release-footnotes">Footnotes</h2><ol>',
        '<li id="fn-1">',
        '<p>By <em>three</em> metres. <a href="#fnref-1" role="doc-backlink" aria-label="Back">↑</a></p>',
        '</li>',
        '</ol></section>',
      ].join('\n'),
    )
  })

  it('are the same beside raw HTML', async () => {
    const plain = await htmlOf('Water[^1] rose.\n\n[^1]: Note.')
    expect(await htmlOf('Water[^1] rose.\n\n<!-- note -->\n\n[^1]: Note.')).toBe(
      plain.replace('</p>\n', '</p>\n\n'),
    )
  })

  it('that were not written are text', async () => {
    expect(await htmlOf('Water[^1] rose.')).toBe('<p>Water[^1] rose.</p>')
  })
})

describe('Markdown beyond CommonMark', () => {
  it.each([
    [
      'tables',
      '|a|b|\n|-|:-:|\n|1|2|',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="center">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align="center">2</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['strikethrough', 'a ~~b~~ ~c~', '<p>a <del>b</del> ~c~</p>'],
    [
      'no bare links',
      'www.example.org https://a.example a@b.example',
      '<p>www.example.org https://a.example a@b.example</p>',
    ],
    ['no task lists', '- [x] a', '<ul>\n<li>[x] a</li>\n</ul>'],
    ['no expressions', '{{constructor}} {{> x}} {{{y}}}', '<p>{{constructor}} {{> x}} {{{y}}}</p>'],
    ['line breaks', 'a\\\nb  \nc', '<p>a<br>\nb<br>\nc</p>'],
  ])('has %s', async (_, markdown, expected) => {
    expect(await htmlOf(markdown)).toBe(expected)
  })
})

describe('links', () => {
  it.each([
    [
      '<https://a.example/x?y=1&z>',
      '<p><a href="https://a.example/x?y=1&#x26;z">https://a.example/x?y=1&#x26;z</a></p>',
    ],
    ['[a](MAILTO:a@b.example)', '<p><a href="MAILTO:a@b.example">a</a></p>'],
    ['[a](tel:+12125550142)', '<p><a href="tel:+12125550142">a</a></p>'],
    ['[a](#b)', '<p><a href="#b">a</a></p>'],
    ['[*a*][b]\n\n[b]: https://a.example', '<p><a href="https://a.example"><em>a</em></a></p>'],
    ['[a][nowhere]', '<p>[a][nowhere]</p>'],
    ['[![x](a.png)](https://a.example)', '<p><a href="https://a.example"><img src="a.png" alt="x"></a></p>'],
  ])('%j', async (markdown, expected) => {
    expect(await htmlOf(markdown)).toBe(expected)
  })
})
