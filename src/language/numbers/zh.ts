import { type AnniversaryWords, anniversaryWords } from '../anniversary-words.ts'
import { entry } from '../word-table.ts'

const DIGITS = [...'零一二三四五六七八九']

/** Chinese of the mainland: "第二十八", "二十八年前" (GB/T 15835-2011; CLDR zh). */
export const simplifiedChineseWords = inChinese('两')

/** Chinese of Taiwan and Hong Kong: the same words, "兩年前" (CLDR zh-Hant). */
export const traditionalChineseWords = inChinese('兩')

// Two of something is 两, not 二: 两年前, 两周年; but 第二, 十二年前, and 二百 beside 两百.
function inChinese(two: string): AnniversaryWords {
  const counting = (n: number) => (n === 2 ? two : numeral(n))
  return anniversaryWords<never, never>({
    inEnglish: 'Chinese',
    name: { usual: 'nom', declines: false, cases: ['nom'], example: '{nom: 斯特雷尔绍洪水}' },
    ordinalForms: { cases: [], genders: [] },
    cardinalForms: { cases: [], genders: [] },
    ordinal: (n) => `第${n}`,
    ordinalInWords: (n) => `第${numeral(n)}`,
    cardinalInWords: counting,
    yearsAgo: (n) => `${counting(n)}年前`,
  })
}

function numeral(n: number): string {
  if (n < 100) return belowHundred(n)
  const hundreds = `${entry(DIGITS, Math.floor(n / 100))}百`
  const rest = n % 100
  if (rest === 0) return hundreds
  // 101: 一百零一; 110: 一百一十, where ten alone is 十.
  if (rest < 10) return `${hundreds}零${belowHundred(rest)}`
  return hundreds + (rest < 20 ? '一' : '') + belowHundred(rest)
}

function belowHundred(n: number): string {
  if (n < 10) return entry(DIGITS, n)
  const ten = n < 20 ? '十' : `${entry(DIGITS, Math.floor(n / 10))}十`
  return n % 10 === 0 ? ten : ten + entry(DIGITS, n % 10)
}
