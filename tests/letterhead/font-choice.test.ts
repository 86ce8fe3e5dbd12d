import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { chooseFaces } from '../../src/letterhead/font-choice.ts'
import { type FontDeclaration, type FontSet, loadFonts } from '../../src/letterhead/fonts.ts'

const here = dirname(fileURLToPath(import.meta.url))
const serif: FontDeclaration = {
  family: 'Source Serif 4',
  package: '@fontsource/source-serif-4',
  weights: [400, 700],
  italics: [400, 700],
  optional: false,
}
const naskh: FontDeclaration = {
  family: 'Noto Naskh Arabic',
  package: '@fontsource/noto-naskh-arabic',
  weights: [400, 700],
  italics: [],
  optional: false,
}
const chinese: FontDeclaration = {
  family: 'Noto Serif SC',
  package: '@fontsource/noto-serif-sc',
  weights: [400],
  italics: [],
  optional: true,
}
const none = { regular: '', bold: '', italic: '', boldItalic: '' }

let fonts: FontSet
beforeAll(async () => {
  fonts = await loadFonts([serif, naskh, chinese], here)
})

const names = async (runs: Partial<typeof none>) =>
  (await chooseFaces(fonts, { ...none, ...runs })).faces.map(({ file }) =>
    file.replace(/^.*\/|\.woff2$/g, '').replace('source-serif-4-', ''),
  )
const missing = async (runs: Partial<typeof none>) =>
  (await chooseFaces(fonts, { ...none, ...runs })).missing.map(({ character }) => character).join('')

const PANGRAMS = {
  en: 'The quick brown fox jumps over the lazy dog. 0123456789',
  fr: 'Portez ce vieux whisky au juge blond qui fume : dès Noël, où un zéphyr haï me vêt de glaçons würmiens, œuf et cæcum',
  es: 'El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia y frío, ¿añoraba a su querido cachorro? ¡Sí! 1.º 2.ª',
  de: 'Falsches Üben von Xylophonmusik quält jeden größeren Zwerg. ẞ',
  ru: 'Съешь же ещё этих мягких французских булок, да выпей чаю. ЁЙЪЫЬЭЮЯ',
  az: 'Zəfər, jaketini də, papağını da götür, bu axşam hava çox soyuq olacaq. ƏĞİIŞÇÖÜ',
  tr: 'Pijamalı hasta yağız şoföre çabucak güvendi. ĞİIŞÇÖÜ âîû',
  ar: 'نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق، ٠١٢٣٤٥٦٧٨٩؟ ؛ «ﷺ» ﴿آ إ ؤ ئ ة ى ًٌٍَُِّْ﴾',
}
const PUNCTUATION = '„“”‘’‚«»‹›–—…№°§€$£%&@#*/()[]{}!?;:.,+−×÷=<>•·†©®™½¹²³'

describe('the default families', () => {
  it.each(Object.entries(PANGRAMS))('cover every letter of %s and its punctuation', async (_, pangram) => {
    const text = pangram + pangram.toLocaleUpperCase() + PUNCTUATION
    expect(await missing({ regular: text, bold: text, italic: text, boldItalic: text })).toBe('')
  })

  it('leave Chinese to an optional package and name each character once', async () => {
    const covered = fonts.some(({ family }) => family === 'Noto Serif SC')
    expect(await missing({ regular: '新闻稿，新闻。', bold: '稿' })).toBe(covered ? '' : '新闻稿，。')
  })

  it.each(['⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '‑', '→', '‡', '‰', '₼'])('have no %s', async (character) => {
    expect(await missing({ regular: character })).toBe(character)
  })
})

describe('the choice of faces', () => {
  const rows: [string, Partial<typeof none>, string[]][] = [
    ['nothing', {}, []],
    ['Latin', { regular: 'Press release' }, ['latin-400-normal']],
    ['ə', { regular: 'Səadət' }, ['latin-ext-400-normal', 'latin-400-normal']],
    ['№ alone', { regular: '№' }, ['cyrillic-400-normal']],
    [
      'bold Latin beside regular Cyrillic',
      { regular: 'Да', bold: 'Yes' },
      ['cyrillic-400-normal', 'latin-700-normal'],
    ],
    ['italic', { italic: 'a' }, ['latin-400-italic']],
    ['bold italic', { boldItalic: 'a' }, ['latin-700-italic']],
    ['italic Arabic, a family without italics', { italic: 'سلام' }, ['noto-naskh-arabic-arabic-400-normal']],
    ['bold italic Arabic', { boldItalic: 'سلام' }, ['noto-naskh-arabic-arabic-700-normal']],
    [
      'a word space in Arabic',
      { regular: 'سلام سلام' },
      ['latin-400-normal', 'noto-naskh-arabic-arabic-400-normal'],
    ],
  ]
  it.each(rows)('embeds for %s just what it needs', async (_, runs, expected) => {
    expect(await names(runs)).toEqual(expected)
  })

  it('is the same for the same characters in another order', async () => {
    const [one, other] = await Promise.all([
      chooseFaces(fonts, { ...none, regular: 'Да № ə a', bold: 'x№' }),
      chooseFaces(fonts, { ...none, regular: 'a ə № Да', bold: '№x' }),
    ])
    expect(one.css).toBe(other.css)
    expect(one.faces).toEqual(other.faces)
  })

  it('never asks for characters that are not drawn', async () => {
    const text =
      '\0\t\n\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2028\u202e\u2060\u2066\u2069\ufe0f\ufeff\ud800\u{e0101}'
    expect(await chooseFaces(fonts, { ...none, regular: text })).toEqual({ css: '', missing: [], faces: [] })
  })

  it('does not complain about white space that no face has', async () => {
    expect(await missing({ regular: 'a\u202fb\u2003c\u3000' })).toBe('')
  })

  it('reports missing characters in order of first appearance with their code points', async () => {
    const { missing } = await chooseFaces(fonts, { ...none, regular: 'b→😀', bold: '‡→' })
    expect(missing.map(({ codePoint }) => codePoint)).toEqual([0x2192, 0x1f600, 0x2021])
  })

  it('answers any text without throwing, each missing character once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const points = (await chooseFaces(fonts, { ...none, regular: text, bold: text })).missing
        expect(new Set(points.map(({ codePoint }) => codePoint)).size).toBe(points.length)
      }),
    )
  })
})

describe('the style sheet', () => {
  it('holds the fonts as data with their range, and no other address', async () => {
    const { css } = await chooseFaces(fonts, { ...none, regular: 'a' })
    expect(css).toMatch(
      /^@font-face\{font-family:"Source Serif 4";font-style:normal;font-weight:400;font-display:block;unicode-range:U\+0000-00FF,[^;]*;src:url\(data:font\/woff2;base64,[\w+/=]+\) format\('woff2'\)\}$/,
    )
  })

  it('keeps a family name inside its string and its style element', async () => {
    const file = join(
      here,
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
    )
    const family = 'a";}</style>\\'
    const own = await loadFonts(
      [
        {
          family,
          files: [{ file, weight: 400, style: 'normal' }],
          weights: [],
          italics: [],
          optional: false,
        },
      ],
      here,
    )
    const { css, faces } = await chooseFaces(own, { ...none, bold: 'x' })
    expect(css).toContain('font-family:"a\\22 ;}\\3c /style\\3e \\5c "')
    expect(css).not.toContain('unicode-range')
    expect(faces).toEqual([{ file, weight: 400, style: 'normal', family }])
  })

  it('stays below 250 kB for a Latin release in four styles', async () => {
    const { css } = await chooseFaces(fonts, { regular: 'a', bold: 'a', italic: 'a', boldItalic: 'a' })
    expect(css.length).toBeLessThan(120_000)
  })
})
