import { describe, expect, it } from 'vitest'
import { textRuns } from '../../src/render/text-runs.ts'

const NONE = { regular: '', bold: '', italic: '', boldItalic: '' }

describe('the text of a document is sorted by the face that it is set in', () => {
  it.each([
    ['plain', { regular: 'plain' }],
    ['<p>a<strong>b</strong>c</p>', { regular: 'ac', bold: 'b' }],
    ['<h1>a<em>b</em></h1>', { bold: 'a', boldItalic: 'b' }],
    ['<em>a<b>b</b></em>', { italic: 'a', boldItalic: 'b' }],
    ['<EM>a</EM>b', { italic: 'a', regular: 'b' }],
    ['a<br>b<hr><img alt="c">d', { regular: 'abd' }],
    ['<table><tr><th>a</th><td>b</td></tr></table>', { bold: 'a', regular: 'b' }],
    ['<style>p{}</style><script>x</script><title>t</title><!-- c -->a', { regular: 'a' }],
    ['&amp;&lt;&#x15F;&#351;&#39;&quot;&nbsp;&unknown;', { regular: '&<şş\'"\u00a0&unknown;' }],
    ['a < b', { regular: 'a < b' }],
  ])('%s', (html, runs) => {
    expect(textRuns(html)).toEqual({ ...NONE, ...runs })
  })
})
