import { describe, expect, test } from 'vitest'
import { checked } from '../support/check.ts'
import { told } from '../support/findings.ts'
import { letterheadOf } from '../support/letterheads.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const OCCASION = 'occasion: {name: Strelsau flood, date: 1992-02-26}'

/** What the build's composition and the check together say of the embargo: never two things. */
async function toldOf(text: string, year?: number) {
  const asked = year === undefined ? {} : { year }
  const { findings } = await releaseOf(text, asked)
  const found = await checked(text, await letterheadOf(), asked)
  return [...told(findings), ...told(found.filter(({ rule }) => rule.startsWith('embargo-in')))]
}

const findingsOf = (lines: string[], year?: number) => toldOf(draft(lines), year)

describe('the embargo of a recurring draft', () => {
  test.each([
    [
      'of an earlier year',
      '2020-02-26T00:01[America/New_York]',
      2027,
      'the embargo is of 2020, the release of 2027 | write embargo: "{{release.year}}-02-26T00:01[America/New_York]"',
    ],
    [
      'of a later year, which would keep the release back for years',
      '2030-02-26T00:01-05:00',
      2027,
      'the embargo is of 2030, the release of 2027 | write embargo: "{{release.year}}-02-26T00:01-05:00"',
    ],
    [
      'of another year than the draft’s own',
      '2020-02-26T00:01Z',
      undefined,
      'the embargo is of 2020, the release of 2027 | write embargo: "{{release.year}}-02-26T00:01Z"',
    ],
  ])('%s is told of, with the cure', async (_, embargo, year, message) => {
    expect(await findingsOf([OCCASION, `embargo: ${embargo}`], year)).toEqual([
      `error embargo-in-past 5:10: ${message}`,
    ])
  })

  test('of another year, without expressions, is to be set anew', async () => {
    const lines = [OCCASION, 'expressions: false', 'embargo: 2020-02-26T00:01Z']
    expect(await findingsOf(lines, 2027)).toEqual([
      'error embargo-in-past 6:10: the embargo is of 2020, the release of 2027 | give it the year of the release, 2027',
    ])
  })

  test.each([
    ['with the year of the release', OCCASION, '"{{release.year}}-02-26T00:01[America/New_York]"', 2030],
    ['of the same year', OCCASION, '2027-02-26T00:01Z', 2027],
    ['that ends on the eve of the year', 'occasion: {name: x, date: 1992-01-01}', '2026-12-31T23:59Z', 2027],
  ])('%s is right', async (_, occasion, embargo, year) => {
    const text = draft([occasion, `embargo: ${embargo}`]).replace(/^date: .*\n/m, '')
    expect(await toldOf(text, year)).toEqual([])
  })

  test('is nobody else’s matter', async () => {
    expect(await findingsOf(['embargo: 2020-02-26T00:01Z'])).toEqual([])
  })

  test('takes part in the release’s date where the cure is followed', async () => {
    const text = draft([OCCASION, 'embargo: "{{release.year}}-02-26T00:01[America/New_York]"'])
    const { release } = await releaseOf(text, { year: 2028 })
    expect([release.embargoed, release.releaseLine]).toEqual([
      true,
      expect.stringMatching(/26\u00a0February 2028$/),
    ])
  })
})
