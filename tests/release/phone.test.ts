import { describe, expect, it } from 'vitest'
import { formatPhone } from '../../src/release/phone.ts'

const AMERICAN = { country: 'US', national: true, extensionLabel: 'ext.' }
const ABROAD = { ...AMERICAN, national: false }

describe('a telephone number', () => {
  it.each([
    ['+12123712559', AMERICAN, '(212) 371-2559', 'tel:+12123712559'],
    ['+12123712559', ABROAD, '+1 212 371 2559', 'tel:+12123712559'],
    ['212-371-2559', ABROAD, '+1 212 371 2559', 'tel:+12123712559'],
    ['+994 12 596 90 00', ABROAD, '+994 12 596 90 00', 'tel:+994125969000'],
    // A national form of another country cannot be dialled from here.
    ['+44 20 7946 0958', AMERICAN, '+44 20 7946 0958', 'tel:+442079460958'],
    ['+1 416 555 0142', AMERICAN, '(416) 555-0142', 'tel:+14165550142'],
  ])('%s', (number, options, text, href) => {
    const phone = formatPhone(number, options)
    expect([phone?.text.replaceAll('\u00a0', ' '), phone?.href]).toEqual([text, href])
  })

  it.each([
    ['+12123712832', '101'],
    ['+1 212 371 2832 ext. 101', undefined],
  ])('%s is dialled with its extension', (number, ext) => {
    expect(formatPhone(number, { ...AMERICAN, ext })?.href).toBe('tel:+12123712832;ext=101')
  })

  it('has its extension behind its label, in Chinese without a blank', () => {
    const extensionOf = (extensionLabel: string) =>
      formatPhone('+12123712832', { ...AMERICAN, ext: '101', extensionLabel })?.extension
    expect([extensionOf('ext.'), extensionOf('分机')]).toEqual(['ext.\u00a0101', '分机101'])
  })

  it('is read as one word: nothing in it breaks', () => {
    expect(formatPhone('+12123712832', AMERICAN)?.text).not.toContain(' ')
  })

  it.each(['12', 'nope', '', '+1', '+999123456789', '+1212371283212345678'])('%j is none', (number) => {
    expect(formatPhone(number, AMERICAN)).toBeUndefined()
  })
})
