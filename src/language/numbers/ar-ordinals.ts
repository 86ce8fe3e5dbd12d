import { entry, words } from '../word-table.ts'
import type { Case, Gender } from './ar.ts'
import { hundreds, tens } from './ar-tens.ts'

// With the article; in compounds the first is "الحادي", "الحادية".
const UNITS: Readonly<Record<Gender, readonly string[]>> = {
  f: words('- الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'),
  m: words('- الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'),
}
const FIRST_IN_COMPOUNDS: Readonly<Record<Gender, string>> = { f: 'الحادية', m: 'الحادي' }
const TEN_IN_COMPOUNDS: Readonly<Record<Gender, string>> = { f: 'عشرة', m: 'عشر' }

/** "الثامنة والعشرين", "الأولى بعد المئة": a definite ordinal from 1 to 999. */
export function ordinalInWords(n: number, grammaticalCase: Case, gender: Gender): string {
  const rest = n % 100
  const count = Math.floor(n / 100)
  if (count === 0) return belowHundred(rest, grammaticalCase, gender)
  if (rest === 0) return `ال${hundreds(count, grammaticalCase)}`
  // "بعد" asks for the genitive.
  return `${belowHundred(rest, grammaticalCase, gender)} بعد ال${hundreds(count, 'gen')}`
}

function belowHundred(n: number, grammaticalCase: Case, gender: Gender): string {
  if (n <= 10) return entry(UNITS[gender], n)
  const unit = n % 10 === 1 ? FIRST_IN_COMPOUNDS[gender] : entry(UNITS[gender], n % 10)
  if (n < 20) return `${unit} ${TEN_IN_COMPOUNDS[gender]}`
  const ten = `ال${tens(Math.floor(n / 10), grammaticalCase)}`
  return n % 10 === 0 ? ten : `${unit} و${ten}`
}
