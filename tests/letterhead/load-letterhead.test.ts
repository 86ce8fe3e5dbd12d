import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ReleaseError } from '../../src/finding.ts'
import { loadLetterhead } from '../../src/letterhead/load-letterhead.ts'
import { told } from '../support/findings.ts'
import { LETTERHEAD, letterheadOf } from '../support/letterheads.ts'

/** What is told of a letterhead of these files: the findings, or the message of an error without any. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  try {
    await letterheadOf(files)
    return []
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    expect(error.rule).toBe('letterhead-invalid')
    if (error.findings.length === 0) return [`${error.message} | ${error.hint}`]
    return told(error.findings).map((line) => line.replace('error letterhead-invalid ', ''))
  }
}

describe('letterhead.yaml', () => {
  it('lists all that is wrong at once, at its place', async () => {
    const yaml = [
      'institution: Ruritania',
      'address: {street: S, country: USA}',
      'paper: legal',
      'fonts: x',
      'phone: 1',
      'email: nix',
      'language: english',
      'labels: {en: {contcts: Press}}',
    ]
    expect(await faultsOf({ 'letterhead.yaml': yaml.join('\n') })).toEqual([
      '1:14: "institution" should be a map with name, got "Ruritania" | for example: institution: {name: Permanent Mission of Ruritania}',
      '2:10: "address.city" is missing | for example: city: New York',
      '2:31: "USA" is not a country code | ISO 3166: US, AZ, DE',
      '3:8: "legal" is no paper | one of: letter, a4',
      '4:8: "fonts" should be a list of fonts, got "x" | for example: fonts: [{family: Source Serif 4, package: "@fontsource/source-serif-4"}]',
      '5:1: unknown key "phone" | did you mean "phones"?',
      '6:8: "nix" is not an e-mail address | for example press@ruritania.example',
      '7:11: "english" is not a language tag | a BCP 47 tag: en, en-US, fr, az, ar, zh-Hans',
      '8:15: unknown key "contcts" | did you mean "contacts"?',
    ])
  })

  it('lists the faults of templates, style sheets and fonts together', async () => {
    const faults = await faultsOf({
      'letterhead.yaml': LETTERHEAD.replace('source-serif-4', 'none'),
      'release.html.hbs': '{{titel}}',
      'release.txt.hbs': '{{#if notice}}',
      'print.css': '@import "x";',
    })
    expect(faults.map((fault) => fault.split(' |')[0])).toEqual([
      'error template-unknown-value 1:3: unknown value "titel"',
      expect.stringMatching(/^1:1: not a Handlebars template/),
      '1:1: "@import "x"" would leave the document',
      '1:1: font package "@fontsource/none" is not installed',
    ])
  })

  it('refuses numbers that no release could dial', async () => {
    const phones =
      'phones: ["12", "+12125550142", {number: nope, ext: "1"}]\nfaxes: ["+1"]\ncontacts: {a: {name: A, phone: x}}\n'
    const hint = 'in E.164 form and in quotes: "+12125550142"'
    expect(await faultsOf({ 'letterhead.yaml': LETTERHEAD + phones })).toEqual([
      `5:10: "12" is not a telephone number | ${hint}`,
      `5:32: "nope" is not a telephone number | ${hint}`,
      `6:9: "+1" is not a telephone number | ${hint}`,
      `7:32: "x" is not a telephone number | ${hint}`,
    ])
  })

  it.each([
    [
      'a package that is not installed',
      'package: "@fontsource/none"',
      'font package "@fontsource/none" is not installed | npm install @fontsource/none',
    ],
    [
      'a weight that the package lacks',
      'package: "@fontsource/source-serif-4", weights: [450]',
      'font package "@fontsource/source-serif-4" has no 450 normal',
    ],
  ])('refuses %s with what to do', async (_, font, expected) => {
    const yaml = LETTERHEAD.replace(/fonts:.*/, `fonts: [{family: F, ${font}}]`)
    expect((await faultsOf({ 'letterhead.yaml': yaml }))[0]).toContain(expected)
  })

  it('passes over an optional font that is not installed', async () => {
    const yaml = LETTERHEAD.replace(
      /fonts:.*/,
      'fonts: [{family: F, package: "@fontsource/none", optional: true}]',
    )
    expect((await letterheadOf({ 'letterhead.yaml': yaml })).fonts).toEqual([])
  })

  it('may be empty of nothing that it needs', async () => {
    expect(await faultsOf({ 'letterhead.yaml': '' })).toEqual([
      '1:1: expected `key: value` lines, got nothing | for example: institution: {name: Permanent Mission of Ruritania}',
    ])
  })
})

describe('a style sheet', () => {
  it.each([
    ['@import "x.css";', 1],
    ['@IMPORT url(x)', 1],
    ['p {\n  background: url(http://evil/x)\n}', 2],
    ["p { background: url( '//evil/x' ) }", 1],
    ['@font-face { src: URL(x.woff2) }', 1],
    ['p { background: image-set("http://evil/x" 1x) }', 1],
    ['p { background: \\75rl(http://evil/x) }', 1],
    ['p { background: u\\rl(http://evil/x) }', 1],
    ['/* two\nlines */ p { background: url(x) }', 2],
    ['a\n\n</STYLE><script>', 3],
    ['/* </style> */', 1],
  ])('that would leave the document is refused at its line: %j', async (css, line) => {
    for (const name of ['screen.css', 'print.css']) {
      const [fault, ...more] = await faultsOf({ [name]: css })
      expect([fault?.startsWith(`${line}:1: "`) && fault.includes('would leave the document'), more]).toEqual(
        [true, []],
      )
    }
  })

  it.each([
    'p { background: url("data:image/png;base64,AA") }',
    'p { fill: url(#a) }',
    '/* @import url(x) */ p { color: red }',
    'p::after { content: "\\201C" }',
  ])('is fine with %j', async (css) => {
    expect((await letterheadOf({ 'screen.css': css })).css).toContain(css)
  })

  it('for print holds in print alone', async () => {
    const { css } = await letterheadOf({ 'screen.css': 'a{}', 'print.css': 'b{}' })
    expect(css).toBe('a{}\n@media print {\nb{}\n}\n')
  })
})

it('a pipe in the place of a file is told, and never waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  execFileSync('mkfifo', [join(folder, 'letterhead.yaml')])
  const known = { name: './piped', folder, builtIn: false }
  await expect(loadLetterhead(known, folder)).rejects.toMatchObject({
    rule: 'letterhead-invalid',
    message: 'cannot read "./letterhead.yaml"',
  })
})
