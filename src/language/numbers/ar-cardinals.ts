import { entry, words } from '../word-table.ts'
import type { Case, Gender } from './ar.ts'
import { hundreds, tens } from './ar-tens.ts'

// Before a masculine noun three to ten bear the ending of the feminine, and the other way round.
const THREE_TO_TEN: Readonly<Record<Gender, readonly string[]>> = {
  m: words('- - - ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'),
  f: words('- - - ثلاث أربع خمس ست سبع ثماني تسع عشر'),
}
const TEN_IN_COMPOUNDS: Readonly<Record<Gender, string>> = { m: 'عشر', f: 'عشرة' }
const ONE: Readonly<Record<Gender, string>> = { m: 'واحد', f: 'واحدة' }
const ONE_BEFORE_TEN: Readonly<Record<Gender, string>> = { m: 'أحد', f: 'إحدى' }

/** "ثمانية وعشرين": a cardinal from 1 to 999 as it stands before the noun that is counted. */
export function cardinal(n: number, grammaticalCase: Case, gender: Gender): string {
  const rest = n % 100
  const count = Math.floor(n / 100)
  if (count === 0) return belowHundred(rest, grammaticalCase, gender)
  if (rest !== 0) return `${hundreds(count, grammaticalCase)} و${belowHundred(rest, grammaticalCase, gender)}`
  // The dual loses its nun before the noun: "مئتي عام".
  const word = hundreds(count, grammaticalCase)
  return count === 2 ? word.slice(0, -1) : word
}

function belowHundred(n: number, grammaticalCase: Case, gender: Gender): string {
  if (n === 1) return ONE[gender]
  if (n === 2) return `${two(grammaticalCase, gender)}ن`
  if (n <= 10) return entry(THREE_TO_TEN[gender], n)
  if (n < 20) return `${beforeTen(n - 10, grammaticalCase, gender)} ${TEN_IN_COMPOUNDS[gender]}`
  const ten = tens(Math.floor(n / 10), grammaticalCase)
  return n % 10 === 0 ? ten : `${beforeTens(n % 10, grammaticalCase, gender)} و${ten}`
}

// The dual without its nun: اثنا, اثني; اثنتا, اثنتي.
function two(grammaticalCase: Case, gender: Gender): string {
  return (gender === 'm' ? 'اثن' : 'اثنت') + (grammaticalCase === 'nom' ? 'ا' : 'ي')
}

function beforeTen(unit: number, grammaticalCase: Case, gender: Gender): string {
  if (unit === 1) return ONE_BEFORE_TEN[gender]
  return unit === 2 ? two(grammaticalCase, gender) : entry(THREE_TO_TEN[gender], unit)
}

// "واحد وعشرين", but "إحدى وعشرين"; and "ثمانٍ وعشرين", since nothing follows in the same chain.
function beforeTens(unit: number, grammaticalCase: Case, gender: Gender): string {
  if (unit === 1) return gender === 'm' ? ONE.m : ONE_BEFORE_TEN.f
  if (unit === 8 && gender === 'f') return grammaticalCase === 'acc' ? 'ثمانياً' : 'ثمانٍ'
  return belowHundred(unit, grammaticalCase, gender)
}
