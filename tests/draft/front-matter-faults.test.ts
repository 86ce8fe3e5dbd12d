import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/draft/front-matter.ts'
import { told } from '../support/findings.ts'

/** What is told of front matter whose line 2 is a headline, line 3 a date, and line 4 and on these. */
function faultsOf(lines: string): string[] {
  return told(readFrontMatter(`headline: H\ndate: 2027-02-26\n${lines}\n`, undefined).findings)
}

describe('a wrong value is an error at its place with an accepted example:', () => {
  const kinds = 'press-release, statement, announcement, advisory, condolence, readout, correction'
  const rows: readonly (readonly [lines: string, told: string])[] = [
    ['kind: statment', `4:7: "statment" is no kind | did you mean "statement"? one of: ${kinds}`],
    ['kind: [statement]', `4:7: "kind" should be text, got a list | one of: ${kinds}`],
    [
      'language: english',
      '4:11: "english" is not a language tag | a BCP 47 tag: en, en-US, fr, az, ar, zh-Hans',
    ],
    ['language: [en]', '4:11: "language" should be text, got a list | for example: language: en'],
    [
      'subheadline: {a: b}',
      '4:14: "subheadline" should be text, got a map | for example: subheadline: Thirty towns affected',
    ],
    [
      'summary: true',
      '4:10: "summary" should be text, got "true" | for example: summary: Ruritania thanks its neighbours.',
    ],
    ['summary: "a\\u202eb"', '4:10: "summary" holds the invisible character U+202E | delete it'],
    [
      'keywords: {a: b}',
      '4:11: "keywords" should be text or a list, got a map | for example: keywords: [floods, relief]',
    ],
    [
      'keywords: [a, [b]]',
      '4:15: "keywords.2" should be text, got a list | for example: keywords: [floods, relief]',
    ],
    [
      'keywords: [a, ~]',
      '4:15: "keywords.2" should be text, got nothing | for example: keywords: [floods, relief]',
    ],
    ['tags: {a: b}', '4:7: "tags" should be text or a list, got a map | for example: tags: [floods, relief]'],
    ['reference: [a]', '4:12: "reference" should be text, got a list | for example: reference: PR/2027/07'],
    ['reference: "a\\e[31mb"', '4:12: "reference" holds the invisible character U+001B | delete it'],
    ['place: [x]', '4:8: "place" should be text, got a list | for example: place: New York'],
    ['dateline: runin', '4:11: "runin" is no dateline | did you mean "run-in"? one of: none, run-in, line'],
    [
      'embargo: [x]',
      '4:10: "embargo" should be text, got a list | for example: embargo: 2027-02-26T00:01[America/New_York]',
    ],
    ['status: final', '4:9: "final" is no status | one of: draft, approved, released, withdrawn'],
    ['letterhead: ../x', '4:13: "../x" is not the name of a letterhead | for example: letterhead: mission'],
    [
      'contacts: press',
      '4:11: "contacts" should be a list, got "press" | for example: contacts: [press-office]',
    ],
    ['contacts: [{role: x}]', '4:12: "contacts.1.name" is missing | for example: name: Anna Hentzau'],
    [
      'contacts: [[a]]',
      '4:12: "contacts.1" should be text or a map, got a list | for example: contacts: [press-office]',
    ],
    [
      'contacts: [{name: A, email: nix}]',
      '4:29: "nix" is not an e-mail address | for example press@ruritania.example',
    ],
    [
      'boilerplate: [a]',
      '4:14: "boilerplate" should be text, got a list | for example: boilerplate: about-mission',
    ],
    [
      'notes_to_editors: x',
      '4:19: "notes_to_editors" should be a list of texts, got "x" | for example: notes_to_editors: ["Figures are those of the Ministry."]',
    ],
    [
      'notes_to_editors:\n  - a\n  - b: c',
      '6:5: "notes_to_editors.2" should be text, got a map | for example: notes_to_editors: ["Figures are those of the Ministry."]',
    ],
    [
      'links: x',
      '4:8: "links" should be a list of addresses or of {url, label}, got "x" | for example: links: ["https://ruritania.example/video"]',
    ],
    [
      'links: ["javascript:alert(1)"]',
      '4:9: "javascript:alert(1)" is not a link address | write it whole: https://ruritania.example/video',
    ],
    [
      'links: [{label: x}]',
      '4:9: "links.1.url" is missing | for example: url: https://ruritania.example/video',
    ],
    [
      'attachments: [x]',
      '4:15: "attachments.1" should be a map, got "x" | for example: attachments: [{file: ceremony.jpg, title: The ceremony}]',
    ],
    [
      'attachments: [{title: x}]',
      '4:15: "attachments.1" has neither `file` nor `url` | give one of them: {url: https://ruritania.example/ceremony.jpg, title: The ceremony}',
    ],
    [
      'attachments: [{file: a, url: "https://a.example/b", title: x}]',
      '4:15: "attachments.1" has both `file` and `url` | give one of them: {url: https://ruritania.example/ceremony.jpg, title: The ceremony}',
    ],
    ['end_mark: END', '4:11: "END" is no end_mark | one of: none, ###, -30-, ENDS'],
    [
      'end_mark: ###',
      '4:11: "end_mark" is empty: an unquoted # begins a comment | put it in quotes: end_mark: "###"',
    ],
    [
      'reference: #7',
      '4:12: "reference" is empty: an unquoted # begins a comment | put it in quotes: reference: "#7"',
    ],
    [
      'occasion: x',
      '4:11: "occasion" should be a map with name and date, got "x" | for example: occasion: {name: Strelsau flood, date: 1992-02-26}',
    ],
    [
      'occasion: {name: x, date: 1992}',
      '4:27: "1992" is not a date or interval | write 1992-02-26, or 1992-02-25/1992-02-26',
    ],
    [
      'occasion: {name: x, date: 1992-02-26/1992-02-25}',
      '4:27: "1992-02-26/1992-02-25" ends before it begins | the earlier day comes first: 1992-02-25/1992-02-26',
    ],
    [
      'occasion: {name: x, date: 1992-02-26, observed: 2-26}',
      '4:49: "2-26" is not a month and day | write month and day, 02-26 for 26 February',
    ],
    [
      'occasion: {name: x, date: 1992-02-26, leap_day: back}',
      '4:49: "back" is no leap_day | one of: backward, forward, omit',
    ],
    [
      'translation_status: semi',
      '4:21: "semi" is no translation_status | one of: official, unofficial, courtesy',
    ],
    [
      'authentic_language: x-',
      '4:21: "x-" is not a language tag | a BCP 47 tag: en, en-US, fr, az, ar, zh-Hans',
    ],
    [
      'corrects: {type: correct}',
      '4:18: "correct" is no type | one of: correction, replacement, reissue, withdrawal',
    ],
    [
      'rights: [a]',
      '4:9: "rights" should be text, got a list | for example: rights: May be reproduced freely with attribution.',
    ],
    [
      'vars: x',
      '4:7: "vars" should be a map of names to text or numbers, got "x" | for example: vars: {towns: 30}',
    ],
    ['vars: {a: [x]}', '4:11: "vars.a" should be text, got a list | for example: vars: {towns: 30}'],
    [
      'expressions: "false"',
      '4:14: "expressions" should be true or false, got "false" | for example: expressions: false',
    ],
    ['slug: ../x', '4:7: "../x" is not a slug | letters, digits and hyphens: strelsau-flood'],
    ['slug: -rf', '4:7: "-rf" is not a slug | letters, digits and hyphens: strelsau-flood'],
    [
      'check: {allow: [{rule: x}]}',
      '4:17: "check.allow.1.reason" is missing | for example: reason: list of parliaments',
    ],
  ]
  it.each(rows)('%j', (lines, expected) => {
    expect(faultsOf(lines)).toEqual([`error front-matter-invalid ${expected}`])
  })

  it.each([
    ['date: 2027-02-30', '2:7: "2027-02-30"'],
    ['date: 2027-13-01T10:00', '2:7: "2027-13-01T10:00"'],
    ['date: 2027-02-26\ncorrects: {date: 2027-02-29}', '3:18: "2027-02-29"'],
    ['date: 2027-02-26\noccasion: {name: x, date: 1993-02-29}', '3:27: "1993-02-29"'],
    ['date: 2027-02-26\noccasion: {name: x, date: 1993-02-28, observed: 02-30}', '3:49: "02-30"'],
  ])('%j, which no calendar has', (lines, expected) => {
    const [only, ...more] = told(readFrontMatter(`${lines}\nheadline: H\n`, undefined).findings)
    expect([only?.startsWith(`error date-impossible ${expected} is not a `), more]).toEqual([true, []])
  })

  it.each(['26.02.2027', '2027', '2027-2-6', '20270226', '2027-02-26T', 'tomorrow'])('date: %s', (date) => {
    expect(told(readFrontMatter(`date: ${date}\nheadline: H\n`, undefined).findings)).toEqual([
      `error front-matter-invalid 2:7: "${date}" is not a date | write year, month and day: 2027-02-26`,
    ])
  })
})

describe('an unknown key is a warning with the nearest known one:', () => {
  it.each([
    ['headlin: x', '4:1: unknown key "headlin" | did you mean "headline"?'],
    ['titel: x', '4:1: unknown key "titel" | did you mean "title"?'],
    ['sub-headline: x', '4:1: unknown key "sub-headline" | did you mean "subheadline"?'],
    [
      'launch_options: {executablePath: /bin/sh}',
      '4:1: unknown key "launch_options" | delete it, or check its spelling',
    ],
    ['contacts: [{name: A, phon: 1}]', '4:22: unknown key "phon" | did you mean "phone"?'],
    ['links:\n  - url: https://a.example\n    lable: x', '6:5: unknown key "lable" | did you mean "label"?'],
    [
      'occasion: {name: x, date: 1992-02-26, observe: 02-26}',
      '4:39: unknown key "observe" | did you mean "observed"?',
    ],
    ['check: {alow: []}', '4:9: unknown key "alow" | did you mean "allow"?'],
  ])('%j', (lines, expected) => {
    expect(faultsOf(lines)).toEqual([`warning front-matter-unknown-key ${expected}`])
  })
})
