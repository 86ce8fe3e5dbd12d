import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'
import { toBody } from '../../src/markdown/to-body.ts'
import { linkReferences, toText } from '../../src/markdown/to-text.ts'

interface Row {
  fact: string
  markdown?: string
  html?: string
  rtl?: boolean
  text: string
  urls?: string[]
}

/** The tree of a draft's body as a build makes it, or that of a piece of HTML. */
async function treeOf({ markdown, html }: Row): Promise<Root> {
  if (html !== undefined) return raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
  return (await toBody(parseMarkdown(markdown ?? ''), { footnotes: 'Notes', backToText: 'Back' })).root
}

function check(rows: Row[]): void {
  for (const row of rows) {
    test(row.fact, async () => {
      const references = linkReferences()
      const root = await treeOf(row)
      expect(toText(root, { width: 72, references, rtl: row.rtl ?? false })).toBe(row.text)
      expect(references.urls).toEqual(row.urls ?? [])
    })
  }
}

describe('paragraphs', () => {
  check([
    { fact: 'nothing gives nothing', markdown: '', text: '' },
    {
      fact: 'paragraphs are wrapped at 72 columns and separated by one blank line',
      markdown:
        'Twenty-eight years ago, the largest flood in the history of Ruritania\nstruck the town of Strelsau, in the valley\nof the Eder.\n\n\nNext.',
      text: 'Twenty-eight years ago, the largest flood in the history of Ruritania\nstruck the town of Strelsau, in the valley of the Eder.\n\nNext.',
    },
    {
      fact: 'a heading is its words as written',
      markdown: '# The *flood* of 1992\n\ntext',
      text: 'The flood of 1992\n\ntext',
    },
    {
      fact: 'marks of emphasis, code and deletion are dropped; raised figures stay raised',
      markdown: '*one* **two** `three` ~~four~~ x<sub>2</sub> km<sup>2</sup> <mark>six</mark>',
      text: 'one two three four x2 km² six',
    },
    {
      fact: 'white space collapses across elements as in a browser',
      html: '<p>  one <em> two </em>\n\t three<span> </span> four </p>',
      text: 'one two three four',
    },
    { fact: 'a hard break breaks the line', markdown: 'one  \ntwo\\\nthree', text: 'one\ntwo\nthree' },
    {
      fact: 'many line breaks leave one blank line, and none at the ends of a paragraph',
      html: '<p><br>one<br><br><br>two<br></p>',
      text: 'one\n\ntwo',
    },
    {
      fact: 'entities are the characters they mean',
      markdown: '&amp; &lt;b&gt; “x” &nbsp;y',
      text: '& <b> “x” \u00a0y',
    },
    {
      fact: 'a paragraph of no-break spaces is nothing',
      html: '<p>a</p><p>&nbsp;</p><p>b</p>',
      text: 'a\n\nb',
    },
    {
      fact: 'control characters, bidi overrides, soft hyphens and zero width spaces are dropped',
      html: '<p>a\u001b[31m\u202eb\u2066\u00ad\u200b\ufeffc\u007f\u009b</p>',
      text: 'a[31mbc',
    },
    {
      fact: 'joiners of Persian and emoji stay',
      html: '<p>می\u200cخواهم 👩\u200d👧</p>',
      text: 'می\u200cخواهم 👩\u200d👧',
    },
    {
      fact: 'a rule between paragraphs is three centred asterisks',
      markdown: 'a\n\n---\n\nb',
      text: `a\n\n${' '.repeat(33)}* * *\n\nb`,
    },
    {
      fact: 'unknown elements are their children, blocks among them stand alone',
      html: '<x-a>one <x-b>two</x-b><div>three</div>four</x-a>',
      text: 'one two\n\nthree\n\nfour',
    },
    {
      fact: 'names of object members are no elements',
      html: '<constructor>one</constructor> <valueof>two</valueof>',
      text: 'one two',
    },
    {
      fact: 'code blocks are indented by four and neither wrapped nor collapsed',
      markdown: `\`\`\`\n\n  a  b\n\n\tc ${'x'.repeat(80)}\n\`\`\``,
      text: `      a  b\n\n            c ${'x'.repeat(80)}`,
    },
  ])
})

describe('quotations and lists', () => {
  check([
    {
      fact: 'a quotation is indented by two without a sign',
      markdown: '> one\n>\n> > two\n\nthree',
      text: '  one\n\n    two\n\nthree',
    },
    {
      fact: 'items of a tight list follow each other and hang by the marker',
      markdown: `- ${'word '.repeat(16)}\n- b\n\nafter`,
      text: `- ${'word '.repeat(14).trim()}\n  word word\n- b\n\nafter`,
    },
    { fact: 'items of a loose list are separated', markdown: '- a\n\n- b', text: '- a\n\n- b' },
    {
      fact: 'numbers begin where the draft says and stand flush right',
      markdown: '9. nine\n10. ten',
      text: ' 9. nine\n10. ten',
    },
    {
      fact: 'numbers follow value and reversed as in a browser',
      html: '<ol reversed><li>c<li value="9">b<li>a</ol>',
      text: '3. c\n9. b\n8. a',
    },
    {
      fact: 'a list in a tight item follows closely and returns closely',
      markdown: '- a\n  - b\n    1. c\n- d',
      text: '- a\n  - b\n    1. c\n- d',
    },
    { fact: 'a list that begins an item shares its line', markdown: '- - a\n  - b', text: '- - a\n  - b' },
    {
      fact: 'paragraphs, quotations and code within an item hang with it',
      markdown: '1. a\n\n   b\n\n   > c\n\n       d\n2. e',
      text: '1. a\n\n   b\n\n     c\n\n       d\n\n2. e',
    },
    { fact: 'an empty item keeps its marker', markdown: '- a\n-\n- c', text: '- a\n-\n- c' },
    { fact: 'an empty quotation in an item does not lose the marker', markdown: '- >\n- b', text: '-\n- b' },
    {
      fact: 'descriptions stand indented under their terms',
      html: '<p>x</p><dl><dt>Tel</dt><dd>1</dd><dd>2</dd><dt>Fax</dt><dd>3</dd></dl>',
      text: 'x\n\nTel\n  1\n\n  2\n\nFax\n  3',
    },
  ])
})

describe('links, images and footnotes', () => {
  check([
    {
      fact: 'a link is its words and a number, one number an address',
      markdown:
        'See [a](https://r.example/a), [b](https://r.example/b) and [a again ](https://r.example/a)too.',
      text: 'See a\u00a0[1], b\u00a0[2] and a again\u00a0[1] too.',
      urls: ['https://r.example/a', 'https://r.example/b'],
    },
    {
      fact: 'a link whose words are its address is printed once, as the words were written',
      markdown:
        '<https://r.example/ü>\n\n[https://r.example](https://r.example/)\n\n[r.example/x](https://r.example/x)',
      text: '<https://r.example/ü>\n\n<https://r.example>\n\n<r.example/x>',
    },
    {
      fact: 'words that are another address do not hide the true one',
      markdown: '[https://bank.example](https://evil.example) [http://r.example](https://r.example)',
      text: 'https://bank.example\u00a0[1] http://r.example\u00a0[2]',
      urls: ['https://evil.example', 'https://r.example'],
    },
    {
      fact: 'a mailbox or number that its words name needs no reference, another does',
      markdown:
        '<press@r.example>, [(212) 555-0142](tel:+12125550142), [020 7946 0018](tel:+442079460018), [Anna](mailto:a@r.example)',
      text: 'press@r.example, (212) 555-0142, 020 7946 0018, Anna\u00a0[1]',
      urls: ['mailto:a@r.example'],
    },
    { fact: 'a link within the page is its words', markdown: '[below](#below)', text: 'below' },
    {
      fact: 'white space in an address becomes part of one word',
      html: '<a href="https://r.example/a b\n">x</a>',
      text: 'x\u00a0[1]',
      urls: ['https://r.example/a%20b'],
    },
    {
      fact: 'an address longer than the line stays whole',
      markdown: `Watch it: <https://r.example/${'a'.repeat(70)}>.`,
      text: `Watch it:\n<https://r.example/${'a'.repeat(70)}>.`,
    },
    {
      fact: 'a link around paragraphs keeps its reference',
      html: '<a href="https://r.example"><p>one</p><p>two</p></a> after',
      text: 'one\n\ntwo\n\n[1] after',
      urls: ['https://r.example'],
    },
    {
      fact: 'an image is its alternative text, nothing without one, also in a link',
      markdown: 'a ![the *town*](x.png) ![](y.png) [![logo](z.png)](https://r.example) b',
      text: 'a [the town] [logo] b',
    },
    {
      fact: 'a figure is the image and then its caption',
      markdown: '![The town](x.png "Strelsau in 1992")\n\ntext',
      text: '[The town]\n\nStrelsau in 1992\n\ntext',
    },
    {
      fact: 'footnotes are glued superscripts, and hang at the end without a way back',
      markdown: `a[^x] b.[^y]\n\n[^x]: One ${'word '.repeat(15)}\n[^y]: Two.`,
      text: `a¹ b.²\n\nNotes\n\n¹ One ${'word '.repeat(13).trim()}\n  word word\n² Two.`,
    },
    {
      fact: 'footnotes of several paragraphs are separated',
      markdown: 'a[^x] b[^y]\n\n[^x]: One\n\n    1. more\n\n[^y]: Two',
      text: 'a¹ b²\n\nNotes\n\n¹ One\n\n  1. more\n\n² Two',
    },
  ])
})

describe('tables', () => {
  const long = 'The parliaments of three countries adopted resolutions honouring the victims'
  check([
    {
      fact: 'a table that fits stands in columns, aligned, its header underlined',
      markdown: '| Name | Figure | Note |\n| :-- | --: | :-: |\n| Flood | 1,234 | ok |\n| 雨 | 5 | *fine* |',
      text: 'Name   Figure  Note\n-----  ------  ----\nFlood   1,234   ok\n雨          5  fine',
    },
    {
      fact: 'the last column wraps where it has room',
      markdown: `| Year | Event |\n| --- | --: |\n| 1992 | ${long} |\n| 1993 | |`,
      text: 'Year  Event\n----  ------------------------------------------------------------------\n1992  The parliaments of three countries adopted resolutions honouring\n      the victims\n1993',
    },
    {
      fact: 'what does not fit is one cell a line, a blank line between rows, no word twice',
      markdown: `| Event | Year |\n| --- | --- |\n| ${long} | 1992 |\n| | 1993 |`,
      text: 'Event\nYear\n\nThe parliaments of three countries adopted resolutions honouring the\n  victims\n1992\n\n1993',
    },
    {
      fact: 'an address too long for its column is not cut',
      markdown: `| Year | Link |\n| --- | --- |\n| 1992 | <https://r.example/${'a'.repeat(60)}> |`,
      text: `Year\nLink\n\n1992\n<https://r.example/${'a'.repeat(60)}>`,
    },
    { fact: 'an empty header row leaves no line', markdown: '| | |\n|-|-|\n| a | b |', text: 'a  b' },
    {
      fact: 'links in cells are referred to in the order of the rows',
      markdown: '| [a](https://r.example/1) | b |\n|-|-|\n| c | [d](https://r.example/2) |',
      text: 'a\u00a0[1]  b\n-----  -----\nc      d\u00a0[2]',
      urls: ['https://r.example/1', 'https://r.example/2'],
    },
    {
      fact: 'the caption comes first wherever it stands',
      html: '<table><tr><td>a<td>b<caption>Figures</caption></table>',
      text: 'Figures\n\na  b',
    },
    {
      fact: 'cells that span columns, or hold blocks, are one cell a line',
      html: '<table><tr><th colspan=2>A<tr><td>b<td><p>c</p><p>d</p></table>after',
      text: 'A\n\nb\nc\n\n  d\n\nafter',
    },
    {
      fact: 'a table in a table is the cell it stands in',
      html: '<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>',
      text: 'a\n\n  b\n\n  c\nd',
    },
    {
      fact: 'a table that begins a list item stands behind the marker',
      html: '<ol><li><table><tr><td><td>b<tr><td>c<td>d</table></ol>',
      text: '1.    b\n   c  d',
    },
    {
      fact: 'right-to-left cells are never padded',
      markdown: '| السنة | الحدث |\n|-|-|\n| 1992 | الفيضان |',
      text: 'السنة\nالحدث\n\n1992\nالفيضان',
    },
  ])
})

describe('languages', () => {
  check([
    {
      fact: 'Arabic keeps its order, its list markers and gets no control characters',
      rtl: true,
      markdown: '**بيان صحفي** 2027\n\n- واحد\n- اثنان\n\n---\n\n> اقتباس',
      text: 'بيان صحفي 2027\n\n- واحد\n- اثنان\n\n* * *\n\n  اقتباس',
    },
    {
      fact: 'Azerbaijani is printed as it is written',
      markdown: 'İstiqlal küçəsi, 26 fevral 2027-ci il',
      text: 'İstiqlal küçəsi, 26 fevral 2027-ci il',
    },
    {
      fact: 'Chinese wraps at 72 columns, 36 characters',
      markdown: '洪'.repeat(40),
      text: `${'洪'.repeat(36)}\n${'洪'.repeat(4)}`,
    },
    {
      fact: 'a line break of a Chinese draft is the space that a browser shows',
      markdown: '新闻\n发布',
      text: '新闻 发布',
    },
    {
      fact: 'a Japanese line does not begin with a full stop',
      markdown: `${'か'.repeat(36)}。`,
      text: `${'か'.repeat(35)}\nか。`,
    },
  ])
})
