import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { told } from '../support/findings.ts'
import { LETTERHEAD } from '../support/letterheads.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const EMBARGO = 'embargo: 2027-02-26T00:01[America/New_York]'

/** A letterhead with these lines under its own. */
const letterhead = (...lines: string[]) => ({
  files: { 'letterhead.yaml': `${LETTERHEAD}${lines.join('\n')}\n` },
})

async function faultsOf(lines: string[], options = {}): Promise<string[]> {
  return told((await releaseOf(draft(lines), options)).findings)
}

describe('the release line', () => {
  const before = new Date('2027-02-26T05:00:59Z')
  const after = new Date('2027-02-26T05:01:00Z')
  it.each<[fact: string, lines: string[], now: Date, embargoed: boolean, line: RegExp | undefined]>([
    ['is the embargo while it lasts', [EMBARGO], before, true, /00:01.*EST.*05:01.*UTC/s],
    ['is not once it has passed', [EMBARGO], after, false, /^For immediate release$/i],
    ['says "for immediate release" where the letterhead does', [], before, false, /^For immediate release$/i],
    ['says so of no draft', ['status: draft'], before, false, undefined],
    ['says so of no approved release', ['status: approved'], before, false, undefined],
    ['says so of no withdrawn release', ['status: withdrawn'], before, false, undefined],
  ])('%s', async (_, lines, now, embargoed, line) => {
    const { release, findings } = await releaseOf(draft(lines), { ...letterhead('release_line: true'), now })
    expect([findings, release.embargoed]).toEqual([[], embargoed])
    if (line === undefined) expect(release.releaseLine).toBeUndefined()
    else expect(release.releaseLine).toMatch(line)
  })

  it('is absent where nothing asks for it', async () => {
    expect((await releaseOf(draft([EMBARGO]), { now: after })).release.releaseLine).toBeUndefined()
  })

  it('takes a zone that the draft leaves out from the configuration', async () => {
    const { release } = await releaseOf(draft(['embargo: 2027-02-26T00:01']), {
      timezone: 'America/New_York',
    })
    expect(release.releaseLine).toMatch(/EST/)
    expect(await faultsOf(['embargo: 2027-02-26T00:01'])).toEqual([
      expect.stringMatching(/^error front-matter-invalid 4:10: /),
    ])
  })
})

describe('the notice', () => {
  it.each([
    ['draft', /draft/i],
    ['withdrawn', /withdrawn/i],
  ])('of a %s release tells it', async (status, notice) => {
    expect((await releaseOf(draft([`status: ${status}`]))).release.notice).toMatch(notice)
  })
  it.each(['approved', 'released'])('is absent from a release that is %s', async (status) => {
    expect((await releaseOf(draft([`status: ${status}`]))).release.notice).toBeUndefined()
  })
})

describe('the correction notice', () => {
  it.each<[fact: string, lines: string[], expected: object | undefined]>([
    ['is absent where nothing is corrected', [], undefined],
    [
      'is a correction where the draft gives no type',
      ['corrects: {reference: PR/7}'],
      {
        sentence: 'Correction of PR/7',
        note: null,
        changes: [],
      },
    ],
    [
      'has the note and the changes in the words of the draft',
      [
        'language: de',
        'corrects: {reference: PR/7, date: 2027-02-12, type: replacement, note: N., changes: [{where: W, was: A, now: B}]}',
      ],
      {
        sentence: 'Diese Mitteilung ersetzt die Mitteilung PR/7 vom 12. Februar 2027',
        note: 'N.',
        changes: ['W: statt „A“ muss es „B“ heißen'],
      },
    ],
    [
      'says nothing of its release where the draft does not',
      ['corrects: {type: withdrawal}'],
      {
        sentence: 'Withdrawal of an earlier release',
        note: null,
        changes: [],
      },
    ],
  ])('%s', async (_, lines, expected) => {
    const { correction } = (await releaseOf(draft(lines))).release
    expect(correction && { ...correction, sentence: correction.sentence.replaceAll('\u00a0', ' ') }).toEqual(
      expected,
    )
  })
})

describe('the standing of a translation', () => {
  it.each<[lines: string[], standing: string | undefined, authentic: string | undefined]>([
    [[], undefined, undefined],
    [['translation_of: PR/2027/07', 'authentic_language: fr'], undefined, undefined],
    [['translation_status: official'], 'Official translation', undefined],
    [
      ['translation_status: courtesy', 'authentic_language: fr'],
      'Courtesy translation',
      'Authentic text: French',
    ],
    [['translation_status: courtesy', 'authentic_language: en-US'], 'Courtesy translation', undefined],
    [
      ['language: fr', 'translation_status: courtesy', 'authentic_language: ru-RU'],
      'Traduction de courtoisie',
      'Texte faisant foi\u00a0: russe',
    ],
    [
      ['language: sw', 'translation_status: official', 'authentic_language: de'],
      'Official translation',
      'Authentic text: German',
    ],
    ...['PR/2027/07', '2027/07', 'No. 37/20', 'n° 12', 'ST-7'].map(
      (reference): [string[], string, undefined] => [
        ['translation_status: unofficial', `translation_of: "${reference}"`],
        `Unofficial translation of ${reference}`,
        undefined,
      ],
    ),
    ...['flood.md', 'fr/flood.md', 'flood-2027', '2027-02-26-flood', 'Flood 7.md', 'the original'].map(
      (name): [string[], string, undefined] => [
        ['translation_status: unofficial', `translation_of: ${name}`],
        'Unofficial translation',
        undefined,
      ],
    ),
  ])('of %j', async (lines, standing, authentic) => {
    const { translation } = (await releaseOf(draft(lines))).release
    expect([translation?.standing, translation?.authenticText]).toEqual([standing, authentic])
  })

  it('is in the words of the letterhead', async () => {
    const own = letterhead(
      'labels: {en: {authenticText: Binding, translations: {courtesy: For convenience}}}',
    )
    const lines = ['translation_status: courtesy', 'authentic_language: fr']
    expect((await releaseOf(draft(lines), own)).release.translation).toMatchObject({
      standing: 'For convenience',
      authenticText: 'Binding: French',
    })
  })
})

describe('the dateline', () => {
  const lines = ['place: New York', 'dateline: line']
  it.each([
    ['en', 'New York, 26 February 2027'],
    ['en-US', 'New York, February 26, 2027'],
    ['fr', 'New York, 26 février 2027'],
    ['de', 'New York, 26. Februar 2027'],
    ['tr', 'New York, 26 Şubat 2027'],
    ['zh-Hans', 'New York，2027年2月26日'],
  ])('on its own line in %s', async (language, expected) => {
    const { release } = await releaseOf(draft([...lines, `language: ${language}`]))
    expect(release.datelineLine?.replaceAll('\u00a0', ' ')).toBe(expected)
  })

  it.each([
    ['en', 'Strelsau', 'STRELSAU, 26 February 2027 — Text.'],
    ['tr', 'İzmir', 'İZMİR, 26 Şubat 2027 — Text.'],
    ['az', 'Zaqatala şəhəri', 'ZAQATALA ŞƏHƏRİ, 26 fevral 2027 — Text.'],
    ['de', 'Berlin', 'BERLIN, 26. Februar 2027 – Text.'],
    ['zh', '纽约', '纽约，2027年2月26日——Text.'],
    ['zh-TW', '紐約', '紐約，2027年2月26日——Text.'],
  ])('runs into the first words in %s', async (language, place, expected) => {
    const { release } = await releaseOf(
      draft([`place: ${place}`, 'dateline: run-in', `language: ${language}`], 'Text.\n'),
    )
    const [, text] = /<p>(.*)<\/p>/.exec(toHtml(release.body).replaceAll('\u00a0', ' ')) ?? []
    expect(text?.replace('2027-ci il', '2027')).toBe(expected)
  })

  it('stands before a text that begins with a list', async () => {
    const { release } = await releaseOf(draft(['place: Strelsau', 'dateline: run-in'], '- One\n'))
    expect(toHtml(release.body).replaceAll('\u00a0', ' ')).toMatch(
      /^<p>STRELSAU, 26 February 2027<\/p>\s*<ul>/,
    )
  })

  it('needs a place', async () => {
    expect(await faultsOf(['dateline: run-in'])).toEqual([
      'error front-matter-invalid 4:11: "dateline: run-in" needs a place | add place: New York',
    ])
  })
})

describe('the boilerplate', () => {
  const about = letterhead(
    'boilerplate: {about: {heading: {en: About us, fr: À propos}, text: {en: We *are*., fr: Nous.}}}',
  )
  it.each<[lines: string[], heading: string, text: string]>([
    [['boilerplate: about'], 'About us', '<p>We <em>are</em>.</p>'],
    [['boilerplate: about', 'language: fr'], 'À propos', '<p>Nous.</p>'],
    [['boilerplate: about', 'language: de'], 'About us', '<p>We <em>are</em>.</p>'],
    [['boilerplate: Ruritania is a *kingdom*.'], 'About', '<p>Ruritania is a <em>kingdom</em>.</p>'],
  ])('%j', async (lines, heading, text) => {
    const { release, findings } = await releaseOf(draft(lines), about)
    expect([findings, release.boilerplate?.heading, toHtml(release.boilerplate?.text ?? [])]).toEqual([
      [],
      heading,
      text,
    ])
  })

  it.each([
    ['abuot', 'did you mean "about"?'],
    ['constructor', 'known: about'],
  ])('%s is not known', async (id, hint) => {
    expect(await faultsOf([`boilerplate: ${id}`], about)).toEqual([
      `error front-matter-invalid 4:14: no boilerplate "${id}" in the letterhead "./own" | ${hint}`,
    ])
  })
})

describe('notes to editors', () => {
  it('hold inline Markdown, and tell their faults at their places', async () => {
    const lines = [
      'notes_to_editors:',
      '  - A *note*.',
      '  - "[x](javascript:y)"',
      '  - "![x](y.png)"',
      '  - "A.[^1]\\n\\n[^1]: B."',
      `  - "${'*'.repeat(3_000)}x"`,
    ]
    const { release, findings } = await releaseOf(draft(lines))
    expect(toHtml(release.notesToEditors[0] ?? [])).toBe('<p>A <em>note</em>.</p>')
    expect(told(findings).map((line) => line.split(' |')[0])).toEqual([
      'warning link-refused 6:5: link "javascript:y" has the scheme "javascript:"',
      'error image-refused 7:5: "notes_to_editors" cannot hold images',
      'error front-matter-invalid 8:5: "notes_to_editors" cannot hold footnotes',
      'error front-matter-invalid 9:5: more than 2000 marks of emphasis in one paragraph',
    ])
  })
})

describe('the letterhead', () => {
  it('puts its own words in the place of labels, by language', async () => {
    const own = letterhead(
      'labels: {en: {contacts: Press office, kinds: {statement: Declaration}}, fr: {contacts: Presse}}',
    )
    const { release } = await releaseOf(draft([]), own)
    expect([release.labels.contacts, release.labels.kinds.statement, release.labels.links]).toEqual([
      'Press office',
      'Declaration',
      'Links',
    ])
    expect((await releaseOf(draft(['language: en-US']), own)).release.labels.contacts).toBe('Press office')
    expect((await releaseOf(draft(['language: fr']), own)).release.labels.contacts).toBe('Presse')
  })

  it('puts words of one Chinese script into no text of the other', async () => {
    const own = letterhead('labels: {zh: {contacts: 新闻处}}', 'rights: {en: Free., zh: 自由转载。}')
    const { release } = await releaseOf(draft(['language: zh-TW']), own)
    expect([release.labels.contacts, release.rights]).toEqual(['媒體聯絡人', 'Free.'])
    const simplified = (await releaseOf(draft(['language: zh-CN']), own)).release
    expect([simplified.labels.contacts, simplified.rights]).toEqual(['新闻处', '自由转载。'])
  })

  it.each([
    ['one text, in the language of the letterhead', 'Mission', ['language: en'], 'en'],
    ['one text, where the letterhead has no language, in that of the release', 'Misyon', [], 'tr'],
    ['a text per language, in its own', '{en: Mission, tr: Misyon}', ['language: en'], 'tr'],
    ['English where its own language is not there', '{fr: Mission, en: Mission}', [], 'en'],
  ])('tells the language of the name: %s', async (_, name, lines, expected) => {
    const files = {
      'letterhead.yaml': [
        LETTERHEAD.replace(/^institution: .*/, `institution: {name: ${name}}`),
        ...lines,
      ].join('\n'),
    }
    const { release } = await releaseOf(draft(['language: tr']), { files })
    expect(release.institution.language).toBe(expected)
  })

  it('gives language and rights where the draft has none', async () => {
    const own = letterhead('language: fr', 'rights: {fr: Libre., en: Free.}')
    expect((await releaseOf(draft([]), own)).release).toMatchObject({ language: 'fr', rights: 'Libre.' })
    expect((await releaseOf(draft(['language: en', 'rights: Mine.']), own)).release).toMatchObject({
      language: 'en',
      rights: 'Mine.',
    })
  })
})

describe('a language without labels of its own', () => {
  it('is a warning at its key', async () => {
    expect(await faultsOf(['language: sw'])).toEqual([
      'warning language-unsupported 4:11: "sw" is not among the languages with labels of their own | labels are in English; give your own under `labels` in letterhead.yaml',
    ])
  })
  it('is none where the letterhead has them', async () => {
    const own = letterhead('labels: {sw: {contacts: Wasiliana}}')
    expect(await faultsOf(['language: sw'], own)).toEqual([])
    expect(await faultsOf(['language: sw-KE'], own)).toEqual([])
  })
  it('from right to left says so', async () => {
    expect((await releaseOf(draft(['language: ar']))).release.direction).toBe('rtl')
    expect((await releaseOf(draft(['lang: he']))).release.direction).toBe('rtl')
  })
})
