import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metadataText, pdfString } from '../../src/render/pdf/pdf-text.ts'

const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/

test.each([
  ['plain', '(plain)'],
  ['a (b) \\c', '(a \\(b\\) \\\\c)'],
  ['é', '<FEFF00E9>'],
  ['𝕊', '<FEFFD835DD4A>'],
  ['two\r\nlines', '(two lines)'],
  ['bell\u0007 esc\u001b[31m', '(bell esc[31m)'],
  ['right\u202Eto\u202C left\u2067', '(rightto left)'],
  ['lone \ud800 half', '<FEFF006C006F006E00650020FFFD002000680061006C0066>'],
  ['', '()'],
])('%j is written as %s', (text, written) => {
  expect(pdfString(text)).toBe(written)
})

test('no text leaves a control, a bidi override or an open string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(metadataText(text)).not.toMatch(CONTROLS)
      expect(pdfString(text)).toMatch(/^(?:\((?:[^\\()]|\\[\\()])*\)|<FEFF(?:[0-9A-F]{4})*>)$/)
    }),
  )
})
