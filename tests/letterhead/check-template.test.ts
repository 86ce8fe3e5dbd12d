import { describe, expect, it } from 'vitest'
import { ReleaseError } from '../../src/finding.ts'
import { told } from '../support/findings.ts'
import { letterheadOf } from '../support/letterheads.ts'

/** What is told of templates: `file:line:column: message | hint`. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  try {
    await letterheadOf(files)
    return []
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return told(error.findings).map(
      (line, i) => `${error.findings[i]?.path} ${line.replace('error template-unknown-value ', '')}`,
    )
  }
}

const html = (template: string, partials: Readonly<Record<string, string>> = {}) => ({
  'release.html.hbs': template,
  ...partials,
})

describe('a template is refused at its line and column for', () => {
  it.each<[fact: string, template: string, fault: string]>([
    ['an unknown value', '<p>\n  {{titel}}', '2:5: unknown value "titel"'],
    [
      'a value of another place',
      '{{reference.text}}',
      '1:3: unknown value "reference.text" | this value holds no others',
    ],
    ['a near value', '{{headlin}}', '1:3: unknown value "headlin" | did you mean "headline"?'],
    [
      'a nested one',
      '{{institution.adressLine}}',
      '1:3: unknown value "institution.adressLine" | did you mean "addressLine"?',
    ],
    [
      'one in a condition that may never hold',
      '{{#if notice}}{{notise}}{{/if}}',
      '1:17: unknown value "notise" | did you mean "notice"?',
    ],
    ['one in each', '{{#each contacts}}{{nam}}{{/each}}', '1:21: unknown value "nam" | did you mean "name"?'],
    [
      'one after with',
      '{{#with boilerplate}}{{headin}}{{/with}}',
      '1:24: unknown value "headin" | did you mean "heading"?',
    ],
    [
      'one in else',
      '{{#if notice}}{{else}}{{notise}}{{/if}}',
      '1:25: unknown value "notise" | did you mean "notice"?',
    ],
    [
      'an unknown helper',
      '{{shout reference}}',
      '1:3: unknown helper "shout" | known: none in HTML templates',
    ],
    [
      'a text helper in HTML',
      '{{upper reference language}}',
      '1:3: unknown helper "upper" | known: none in HTML templates',
    ],
    ['an unknown partial', 'a {{> masthed}}', '1:3: unknown partial "masthed" | known: none'],
    ['a computed partial', '{{> (lookup . "x")}}', '1:1: unknown partial "(computed)" | known: none'],
    [
      'a partial outside the folder',
      '{{> [../../secret]}}',
      '1:1: unknown partial "../../secret" | known: none',
    ],
    ['each over a text', '{{#each reference}}{{/each}}', '1:1: each needs a list | use {{#with}} or {{#if}}'],
    [
      'a list printed',
      '{{headline}}',
      '1:1: "headline" is not a text | print one of its values, or use {{#each}}',
    ],
    ['HTML that is escaped', '{{body}}', '1:1: "body" holds HTML | write {{{body}}}'],
    ['text that is not', '{{{reference}}}', '1:1: "reference" is text | write {{reference}}'],
    ['text with &', '{{&reference}}', '1:1: "reference" is text | write {{reference}}'],
    [
      'too many ../',
      '{{../../reference}}',
      '1:3: "../../reference" leads out of the template | use fewer ../',
    ],
    ['an unknown @', '{{@secret}}', '1:3: unknown value "@secret" | known: @index, @first, @last, @key'],
    ['a prototype', '{{constructor}}', '1:3: unknown value "constructor"'],
    ['a prototype of a value', '{{institution.__proto__.x}}', '1:3: unknown value "institution.__proto__.x"'],
    ['a prototype by lookup', '{{lookup this "constructor"}}', '1:3: unknown helper "lookup"'],
    ['the environment', '{{@root.process.env}}', '1:3: unknown value "@root.process.env"'],
    ['log', '{{log reference}}', '1:3: unknown helper "log"'],
    [
      'an inline partial',
      '{{#*inline "x"}}{{/inline}}',
      '1:1: decorators and inline partials are not supported | put it into partials/',
    ],
    [
      'a partial block',
      '{{#> x}}{{/x}}',
      '1:1: decorators and inline partials are not supported | put it into partials/',
    ],
  ])('%s: %j', async (_, template, fault) => {
    const [first, ...more] = await faultsOf(html(template))
    expect([first?.startsWith(`own/release.html.hbs ${fault}`) || first, more]).toEqual([true, []])
  })

  it('a partial that includes itself, also by another', async () => {
    expect(
      await faultsOf(
        html('{{> a}}', { 'partials/a.html.hbs': '\n{{> b}}', 'partials/b.html.hbs': '{{> a}}' }),
      ),
    ).toEqual(['own/partials/b.html.hbs 1:1: partial "a" includes itself | break the circle'])
  })

  it('all that is wrong, in partials and in the text, once each', async () => {
    const faults = await faultsOf(
      html('{{a1}}\n{{> p}}{{> p}}', { 'partials/p.html.hbs': '{{b2}}\n\n{{c3}}' }),
    )
    expect(faults.map((fault) => fault.split(' |')[0])).toEqual([
      'own/release.html.hbs 1:3: unknown value "a1"',
      'own/partials/p.html.hbs 1:3: unknown value "b2"',
      'own/partials/p.html.hbs 3:3: unknown value "c3"',
    ])
  })
})

describe('broken Handlebars is refused at its line', () => {
  it.each([
    ['{{#if notice}}', 1],
    ['\n{{/if}}', 2],
    ['\n\n{{reference', 3],
    ['{{#if notice}}\n{{/each}}', 1],
    ['a\n{{}}', 2],
    ['{{#each}}{{/each}}', 1],
    ['{{reference}}\n{{"}}', 2],
  ])('%j', async (template, line) => {
    const [fault] = await faultsOf(html(template))
    expect(fault).toMatch(new RegExp(`^own/release.html.hbs (?:error letterhead-invalid )?${line}:\\d+: `))
  })
})

describe('a template is fine with', () => {
  it.each([
    ['block parameters', '{{#each contacts as |c i|}}{{i}} {{c.name}}{{/each}}'],
    ['the outer value', '{{#each contacts}}{{../language}} {{@index}} {{@root.labels.tel}}{{/each}}'],
    ['length', '{{#if contacts.length}}x{{/if}}'],
    ['this', '{{#each headline}}{{#unless @first}}<br>{{/unless}}{{this}}{{.}}{{/each}}'],
    ['comments', '{{! titel }}{{!-- {{titel}} --}}'],
    ['literal braces', '\\{{titel}}'],
    ['white space control', '{{~#if notice~}} {{~notice~}} {{~/if~}}'],
  ])('%s: %j', async (_, template) => {
    expect(await faultsOf(html(template))).toEqual([])
  })

  it('partials, with a value or with parameters', async () => {
    const partials = { 'partials/p.html.hbs': '{{name}}', 'partials/q.html.hbs': '{{word}} {{language}}' }
    expect(
      await faultsOf(
        html('{{#each contacts}}{{> p}}{{/each}}{{> p institution}}{{> q word=reference}}', partials),
      ),
    ).toEqual([])
  })

  it('text helpers in the text template', async () => {
    const text =
      '{{#wrap}}{{upper labels.links language}}{{/wrap}}{{centre endMark}}{{#each notesToEditors}}{{#item (ordinal @index)}}{{this}}{{/item}}{{/each}}'
    expect(await faultsOf({ 'release.txt.hbs': text })).toEqual([])
  })
})
