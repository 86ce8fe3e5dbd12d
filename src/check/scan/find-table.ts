import type { Language } from '../../language/language.ts'
import type { ScanTable } from './table.ts'
import { arabicTable } from './tables/ar.ts'
import { germanTable } from './tables/de.ts'
import { englishTable } from './tables/en.ts'
import { spanishTable } from './tables/es.ts'
import { frenchTable } from './tables/fr.ts'
import { russianTable } from './tables/ru.ts'
import { azerbaijaniTable, turkishTable } from './tables/turkic.ts'
import { chineseTable } from './tables/zh.ts'

const tables: Readonly<Record<string, ScanTable>> = {
  en: englishTable,
  'en-US': englishTable,
  fr: frenchTable,
  es: spanishTable,
  de: germanTable,
  ru: russianTable,
  az: azerbaijaniTable,
  tr: turkishTable,
  ar: arabicTable,
  'zh-Hans': chineseTable,
  'zh-Hant': chineseTable,
}

/** The table of a language; none where we know no number words: scanners are silent there. */
export function findTable({ tag, anniversary }: Language): ScanTable | undefined {
  return anniversary.name === undefined ? undefined : tables[tag]
}
