import { describe, expect, it } from 'vitest'
import { pageCss, pageText } from '../../src/render/page-css.ts'
import { LETTERHEAD } from '../support/letterheads.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

async function cssOf(lines: string[], yaml = LETTERHEAD): Promise<string> {
  return pageCss((await releaseOf(draft(lines), { files: { 'letterhead.yaml': yaml } })).release)
}

describe('the page', () => {
  it('has its paper, a running head and "Page 2 of 3", from the second on', async () => {
    expect(await cssOf(['reference: PR/2027/07'])).toBe(
      [
        '@page {',
        '  size: letter;',
        '  @top-left { content: "Ruritania  ·  PR/2027/07" }',
        '  @bottom-center { content: "Page " counter(page) " of " counter(pages) }',
        '}',
        '@page :first { @top-left { content: none } @bottom-center { content: none } }',
      ].join('\n'),
    )
  })

  it('has its head at the right where it is read from there', async () => {
    expect(await cssOf(['language: ar'])).toContain('@top-right { content: "Ruritania" }')
  })

  it('tells the fonts all that its margins show', async () => {
    const { release } = await releaseOf(draft(['reference: PR/7']))
    for (const part of ['Ruritania', 'PR/7', ...release.labels.page])
      expect(pageText(release)).toContain(part)
  })
})

describe('a text in the margin cannot leave its string:', () => {
  it.each([
    ['</style><script>', '\\3c /style\\3e \\3c script\\3e '],
    ['"} body { display: none', '\\22 } body { display: none'],
    ['a\\', 'a\\5c '],
    ['<!--', '\\3c !--'],
  ])('%j', async (reference, escaped) => {
    const css = await cssOf([`reference: '${reference}'`])
    expect(css).toContain(`content: "Ruritania  ·  ${escaped}" }`)
  })
})
