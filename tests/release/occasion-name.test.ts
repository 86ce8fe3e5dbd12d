import { describe, expect, test } from 'vitest'
import { nameOf, type OccasionName } from '../../src/release/occasion-name.ts'

const NAMES: OccasionName = {
  en: 'Strelsau flood',
  'en-US': 'Great Strelsau flood',
  de: { nom: 'das Hochwasser', gen: 'des Hochwassers' },
  ru: { nom: 'наводнение в Стрельсау', gen: 'наводнения в Стрельсау' },
  az: 'Ştrelzau daşqını',
  tr: { nom: 'Strelsau seli' },
  'zh-Hans': '斯特雷尔绍洪水',
  fr: { nom: 'inondation de Strelsau', of: 'de l’inondation de Strelsau' },
}

describe('a name is found', () => {
  test.each([
    ['en', undefined, 'Strelsau flood'],
    ['en-GB', undefined, 'Strelsau flood'],
    ['en-US', undefined, 'Great Strelsau flood'],
    ['en', 'gen', 'Strelsau flood'],
    ['de', undefined, 'des Hochwassers'],
    ['de-AT', 'nom', 'das Hochwasser'],
    ['ru', undefined, 'наводнения в Стрельсау'],
    ['ru', 'nom', 'наводнение в Стрельсау'],
    ['az', undefined, 'Ştrelzau daşqını'],
    ['tr', 'nom', 'Strelsau seli'],
    ['zh', undefined, '斯特雷尔绍洪水'],
    ['zh-CN', undefined, '斯特雷尔绍洪水'],
    ['fr', undefined, 'inondation de Strelsau'],
    ['fr', 'of', 'de l’inondation de Strelsau'],
    ['fr', 'gen', 'inondation de Strelsau'],
  ])('in %s with case %s: %s', (tag, grammaticalCase, text) => {
    expect(nameOf(NAMES, tag, grammaticalCase)).toEqual({ ok: true, text })
  })

  test('one text is the name in every language', () => {
    for (const tag of ['en', 'ru', 'az', 'pt']) {
      expect(nameOf('Strelsau flood', tag)).toEqual({ ok: true, text: 'Strelsau flood' })
    }
    expect(nameOf('Strelsau flood', 'pt', 'gen')).toEqual({ ok: true, text: 'Strelsau flood' })
  })

  test('a name of another region serves where there is no nearer one', () => {
    expect(nameOf({ 'zh-TW': '洪水' }, 'zh-HK')).toEqual({ ok: true, text: '洪水' })
    expect(nameOf({ 'en-GB': 'flood' }, 'en')).toEqual({ ok: true, text: 'flood' })
    expect(nameOf({ zh: '洪水' }, 'zh-cmn')).toEqual({ ok: true, text: '洪水' })
  })
})

describe('a name is refused', () => {
  test.each([
    ['es', undefined, 'the occasion has no name in "es"', 'add it: {es: {nom: inundación de Strelsau}}'],
    ['zh-TW', undefined, 'the occasion has no name in "zh-TW"', /zh-TW/],
    ['pt', undefined, 'the occasion has no name in "pt"', 'add it: {pt: {nom: Strelsau flood}}'],
    [
      'az',
      'gen',
      'the name in "az" has no form "gen"',
      'give each form: {az: {nom: Ştrelzau daşqını, gen: Ştrelzau daşqınının}}',
    ],
    [
      'tr',
      undefined,
      'the name in "tr" has no form "gen"',
      'give each form: {tr: {nom: Strelsau seli, gen: Strelsau selinin}}, or ask for case="nom"',
    ],
    ['ru', 'dat', 'the name in "ru" has no form "dat"', /case="nom", or ask for case="gen"/],
    ['de', 'dat', 'the name in "de" has no form "dat"', /give each form/],
    ['ru', 'genitive', '"genitive" is no case of names in "ru"', /use case="nom", case="gen"/],
    ['en', 'constructor', '"constructor" is no case of names in "en"', 'use case="nom"'],
  ])('in %s with case %s: %s', (tag, grammaticalCase, message, hint) => {
    const fault = nameOf(NAMES, tag, grammaticalCase)
    expect(fault).toMatchObject({ ok: false, path: ['occasion', 'name'], message })
    expect(fault.ok ? '' : fault.hint).toMatch(hint)
  })

  test('forms without a language are sent under theirs', () => {
    const fault = nameOf({ nom: 'наводнение', gen: 'наводнения' }, 'ru')
    expect(fault).toMatchObject({
      message: 'the forms of the name belong to no language',
      hint: 'put them under one: {ru: {nom: наводнение в Стрельсау, gen: наводнения в Стрельсау}}',
    })
  })

  test('a text without forms cannot be asked for one where nouns decline', () => {
    for (const tag of ['az', 'tr', 'ru', 'ar']) expect(nameOf('X', tag, 'gen').ok).toBe(false)
  })
})
