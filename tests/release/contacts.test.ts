import { describe, expect, it } from 'vitest'
import { told } from '../support/findings.ts'
import { LETTERHEAD } from '../support/letterheads.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const OWN = {
  files: {
    'letterhead.yaml': `${LETTERHEAD}contacts:\n  press: {name: Press Office, role: {en: Office, fr: Bureau}, phone: {number: "+12125550142", ext: "7"}, email: press@ruritania.example}\n`,
  },
}

async function faultsOf(line: string): Promise<string[]> {
  return told((await releaseOf(draft([line]), OWN)).findings).map((told) =>
    told.replace('error front-matter-invalid ', ''),
  )
}

describe('contacts', () => {
  it('are those of the letterhead, in the language of the release, and people written out', async () => {
    const { release, findings } = await releaseOf(
      draft(['contacts: [press, {name: Anna, phone: 212 555 0143}]', 'language: fr']),
      OWN,
    )
    expect(findings).toEqual([])
    expect(release.contacts).toMatchObject([
      {
        name: 'Press Office',
        role: 'Bureau',
        phone: { href: 'tel:+12125550142;ext=7' },
        email: { text: 'press@ruritania.example', href: 'mailto:press@ruritania.example' },
      },
      { name: 'Anna', role: null, phone: { href: 'tel:+12125550143' }, email: null },
    ])
  })

  it.each([
    ['contacts: [pres]', '4:12: no contact "pres" in the letterhead "./own" | did you mean "press"?'],
    ['contacts: [anna-hentzau]', '4:12: no contact "anna-hentzau" in the letterhead "./own" | known: press'],
    ['contacts: [constructor]', '4:12: no contact "constructor" in the letterhead "./own" | known: press'],
    [
      'contacts: [{name: A, phone: "12"}]',
      '4:29: "12" is not a telephone number | for example phone: "+1 212 555 0142"',
    ],
  ])('that cannot be found are told at their place: %s', async (line, expected) => {
    expect(await faultsOf(line)).toEqual([expected])
  })
})
