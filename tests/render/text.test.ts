import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/render/text.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const TEMPLATE =
  '{{#wrap}}{{#each headline}}{{this}}\n{{/each}}{{/wrap}}\n\n{{body}}\n\n{{#each notesToEditors}}\n{{#item (ordinal @index)}}{{this}}{{/item}}\n{{/each}}\n{{#each linkReferences}}\n{{mark}} {{url}}\n{{/each}}\n'

async function render(lines: string[], body?: string): Promise<string> {
  return renderText((await releaseOf(draft(lines, body), { files: { 'release.txt.hbs': TEMPLATE } })).release)
}

describe('plain text', () => {
  it('escapes nothing, whatever the sign', async () => {
    const signs = fc.array(fc.constantFrom('&', '<', '>', '"', "'", '’', '=', '$&', '{{x}}', 'é'), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(signs, async (parts) => {
        const value = `x${parts.join('')}x`
        expect(await render([`headline: ${JSON.stringify(value)}`])).toContain(`${value}\n`)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the addresses of links a mark, also those of notes', async () => {
    const text = await render(
      ['notes_to_editors: ["See [b](https://b.example)."]'],
      'See [a](https://a.example/x).\n',
    )
    expect(text.replaceAll('\u00a0', ' ')).toMatch(
      /See a \[1\]\.[\s\S]*1\. See b \[2\]\.[\s\S]*\[1\] https:\/\/a\.example\/x\n\[2\] https:\/\/b\.example\n$/,
    )
  })

  it('keeps to 72 columns, ends no line with a blank and itself with one line feed', async () => {
    const text = await render(
      ['headline: >-', `  ${'Ruritania thanks its neighbours. '.repeat(8)}`],
      `${'Wörter und 声明 '.repeat(60)}\n\n> - ${'x '.repeat(90)}\n`,
    )
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(72)
    expect(text).not.toMatch(/[ \t]\n|\n{3}|\r|\n\n$/)
    expect(text.endsWith('\n')).toBe(true)
  })
})
