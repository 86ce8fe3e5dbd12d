import { entry } from '../word-table.ts'
import type { Case } from './ar.ts'

// Sound plurals: -ون in the nominative, -ين else.
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']

/** Twenty to ninety, for cardinals and ordinals alike: عشرون, عشرين. */
export function tens(count: number, grammaticalCase: Case): string {
  return entry(TENS, count) + (grammaticalCase === 'nom' ? 'ون' : 'ين')
}

const HUNDREDS = ['', 'مئة', '', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة']

/** A hundred to nine hundred, each one word: مئة, مئتان or مئتين, ثلاثمئة. */
export function hundreds(count: number, grammaticalCase: Case): string {
  if (count === 2) return grammaticalCase === 'nom' ? 'مئتان' : 'مئتين'
  return entry(HUNDREDS, count)
}
