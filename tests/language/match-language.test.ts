import { describe, expect, test } from 'vitest'
import { matchLanguage } from '../../src/language/match-language.ts'

describe('the entry of a map per language', () => {
  test.each([
    ['fr', ['en', 'fr'], 'fr'],
    ['fr-CA', ['en', 'fr'], 'fr'],
    ['EN-gb', ['en', 'en-GB'], 'en-GB'],
    ['en-AU', ['en-US', 'en', 'en-GB'], 'en'],
    ['en', ['en-US', 'en-GB'], 'en-US'],
    ['de-DE-1996', ['de', 'de-1901', 'de-DE'], 'de-DE'],
    ['de-1996', ['de-1901', 'de'], 'de'],
    ['zh', ['zh-TW', 'zh-Hans'], 'zh-Hans'],
    ['zh-CN', ['zh-Hant', 'zh'], 'zh'],
    ['zh-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['zh-HK', ['zh', 'zh-TW'], 'zh-TW'],
    ['zh-Hant-HK', ['zh-TW', 'zh-HK', 'zh'], 'zh-HK'],
    ['zh-Hant', ['zh-HK', 'zh-TW'], 'zh-HK'],
    ['zh-cmn-Hans', ['zh-Hant', 'zh'], 'zh'],
    ['az-Latn', ['az'], 'az'],
    ['x-strelsau', ['en', 'x-strelsau'], 'x-strelsau'],
  ])('for %s of %j is %s', (wanted, tags, expected) => {
    expect(matchLanguage(tags, wanted)).toBe(expected)
  })

  test.each([
    ['zh-TW', ['zh', 'zh-CN']],
    ['zh', ['zh-Hant']],
    ['az-Cyrl', ['az']],
    ['ru-Latn', ['ru']],
    ['pt', ['en', 'es']],
    ['x-strelsau', ['en']],
    ['not a tag', ['en']],
  ])('for %s is none of %j', (wanted, tags) => {
    expect(matchLanguage(tags, wanted)).toBeUndefined()
  })
})
