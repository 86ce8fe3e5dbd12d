import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/markdown/text/display-width.ts'
import { centreText, wrapText } from '../../src/markdown/wrap-text.ts'

const rows: { fact: string; text: string; width: number; expected: string[] }[] = [
  {
    fact: 'fills lines up to the width and not one column more',
    text: 'aaaa bbbb cccc dddd',
    width: 9,
    expected: ['aaaa bbbb', 'cccc dddd'],
  },
  {
    fact: 'a no-break space never breaks',
    text: 'on 26\u00a0February 2027',
    width: 11,
    expected: ['on', '26\u00a0February', '2027'],
  },
  {
    fact: 'a hyphen, a dash and a slash do not break',
    text: 'the years 1991–1992 and/or Alsace-Lorraine',
    width: 12,
    expected: ['the years', '1991–1992', 'and/or', 'Alsace-Lorraine'],
  },
  {
    fact: 'an address longer than the width stands alone and runs over',
    text: 'see <https://ruritania.example/a-long-path> for more',
    width: 20,
    expected: ['see', '<https://ruritania.example/a-long-path>', 'for more'],
  },
  {
    fact: 'a newline is a hard break, two leave a line empty',
    text: 'one\ntwo\n\nthree',
    width: 72,
    expected: ['one', 'two', '', 'three'],
  },
  {
    fact: 'Azerbaijani letters count one column each',
    text: 'Azərbaycan Respublikasının daimi nümayəndəliyi',
    width: 26,
    expected: ['Azərbaycan Respublikasının', 'daimi nümayəndəliyi'],
  },
  {
    fact: 'combining marks count nothing',
    text: 'e\u0301te\u0301 e\u0301te\u0301',
    width: 7,
    expected: ['e\u0301te\u0301 e\u0301te\u0301'],
  },
  {
    fact: 'Arabic breaks at spaces and its vowel marks count nothing',
    text: 'بَيَانٌ صَحَفِيٌّ عَنِ الفَيَضَانِ',
    width: 11,
    expected: ['بَيَانٌ صَحَفِيٌّ', 'عَنِ الفَيَضَانِ'],
  },
  {
    fact: 'emoji count two columns and are not taken apart',
    text: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦 🇦🇿 ok',
    width: 7,
    expected: ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦 🇦🇿', 'ok'],
  },
  {
    fact: 'Chinese breaks between characters, two columns each',
    text: '常驻联合国代表团今天发表新闻稿',
    width: 10,
    expected: ['常驻联合国', '代表团今天', '发表新闻稿'],
  },
  {
    fact: 'no line begins with a Chinese closing mark: the character before goes with it',
    text: '我们今天在此，纪念洪水。',
    width: 12,
    expected: ['我们今天在', '此，纪念洪', '水。'],
  },
  {
    fact: 'no line ends with a Chinese opening mark',
    text: '通过了决议《公约》草案',
    width: 12,
    expected: ['通过了决议', '《公约》草案'],
  },
  {
    fact: 'no line begins with a small kana or a length mark',
    text: 'プレスリリースとしょうかい',
    width: 12,
    expected: ['プレスリリー', 'スとしょうか', 'い'],
  },
  {
    fact: 'a number stays with the Chinese unit behind it',
    text: '洪水发生在1992年2月26日',
    width: 14,
    expected: ['洪水发生在', '1992年2月26日'],
  },
  {
    fact: 'a Latin name and an address within Chinese stay whole',
    text: '见Strelsau市网站<https://r.example/洪水>。',
    width: 14,
    expected: ['见Strelsau市网', '站', '<https://r.example/洪水>。'],
  },
  {
    fact: 'Korean breaks at spaces only',
    text: '대한민국 정부는 오늘 성명을 발표했다',
    width: 12,
    expected: ['대한민국', '정부는 오늘', '성명을', '발표했다'],
  },
]

describe('wrapText', () => {
  for (const { fact, text, width, expected } of rows) {
    test(fact, () => {
      expect(wrapText(text, { width }).split('\n')).toEqual(expected)
    })
  }

  test('the first line takes its own indent, all others hang', () => {
    const text = wrapText('aaa bbb ccc\nddd', { width: 9, firstIndent: '- ', indent: '  ' })
    expect(text).toBe('- aaa bbb\n  ccc\n  ddd')
  })

  test('words of one column each fall as words of any width do: one behind the other, as many as fit', () => {
    const word = fc.constantFrom(
      'a',
      'état',
      'Şəhər',
      '12\u00a0km',
      '\u00a0',
      'a-long-word-of-the-street',
      '',
    )
    const texts = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(texts, fc.nat(12), fc.nat(30), (text, indent, width) => {
        const options = { width, firstIndent: ' '.repeat(indent), indent: '  ' }
        // A mark that takes no column keeps the text from being told to be narrow.
        const marked = wrapText(text.replaceAll('a', 'a\u0301').replaceAll('t', 't\u0301'), options)
        expect(wrapText(text, options)).toBe(marked.replaceAll('\u0301', ''))
      }),
      { numRuns: 2000 },
    )
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'word',
          'état',
          '中',
          '国',
          '，',
          '「',
          'ー',
          '한국',
          'بيان',
          '\u00a0',
          '\u3000',
          '1',
          '年',
          '<a>',
          '\n',
        ),
      )
      .map((parts) => parts.join('')),
    fc
      .array(fc.constantFrom('word', 'é\u0301', '中国。', 'かっこ', '한국', '👩‍👧', '1992年', '\n'))
      .map((parts) => parts.join(' ')),
  )
  const widths = fc.integer({ min: 1, max: 40 })

  test('no line is wider than the width unless nothing in it can break', () => {
    fc.assert(
      fc.property(anyText, widths, (text, width) => {
        for (const line of wrapText(text, { width }).split('\n')) {
          if (stringWidth(line) > width) expect(wrapText(line, { width: 1 })).toBe(line)
        }
      }),
    )
  })

  test('wrapping what is wrapped changes nothing', () => {
    fc.assert(
      fc.property(anyText, widths, (text, width) => {
        const once = wrapText(text, { width })
        expect(wrapText(once, { width })).toBe(once)
      }),
    )
  })

  test('only white space is added or lost, and no line ends with it', () => {
    fc.assert(
      fc.property(anyText, widths, (text, width) => {
        const wrapped = wrapText(text, { width })
        expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(wrapped).not.toMatch(/[^\S\n]$/m)
      }),
    )
  })
})

describe('displayWidth', () => {
  test('agrees with string-width on every character of the basic plane', () => {
    const differing: string[] = []
    for (let code = 0x20; code < 0x10000; code++) {
      const character = String.fromCharCode(code)
      if (displayWidth(character) !== stringWidth(character)) differing.push(code.toString(16))
    }
    expect(differing).toEqual([])
  })

  test('agrees with string-width on mixed texts', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0x20, max: 0xd7ff }),
      fc.constantFrom(
        ...Array.from(
          'aé中か。한Ａضא1#©®\u200c\u0651\u05b7ー〰️❤️👨\u200d\u0301\u1100\u1161ﾞ\u0600🇦',
          (c) => c.codePointAt(0) ?? 0,
        ),
      ),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 6 }), (codes) => {
        const text = String.fromCodePoint(...codes)
        expect(displayWidth(text)).toBe(stringWidth(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('centreText', () => {
  test('an end mark stands in the middle of 72 columns', () => {
    expect(centreText('###', 72)).toBe(`${' '.repeat(34)}###`)
  })

  test('a line as wide as the width, or wider, stays as it is', () => {
    expect(centreText('ENDS', 4)).toBe('ENDS')
    expect(centreText('ENDS', 3)).toBe('ENDS')
  })

  test('a right-to-left line is not padded', () => {
    expect(centreText('انتهى', 72)).toBe('انتهى')
  })
})
