import { type CivilDate, isoDate } from '../language/civil-date.ts'

/**
 * The name of the new draft: the old release's date or year in the file's name gives way to the new one's, else
 * the year stands at the end. A recurring draft loses the year.
 */
export function rollName(name: string, from: CivilDate, to: CivilDate, recurring: boolean): string {
  const stem = name.replace(/\.(?:md|markdown)$/i, '')
  const extension = name.slice(stem.length) || '.md'
  const year = String(from.year).padStart(4, '0')
  const isNamed = new RegExp(`(?<!\\d)${year}(?!\\d)`)
  if (recurring) {
    const without = stem.replace(new RegExp(`(?:^${isoDate(from)}-|[-_. ]?(?<!\\d)${year}(?!\\d))`), '')
    return (without === stem || without === '' ? `${stem}-recurring` : without) + extension
  }
  if (stem.startsWith(`${isoDate(from)}-`)) return isoDate(to) + stem.slice(10) + extension
  const fresh = String(to.year).padStart(4, '0')
  return (isNamed.test(stem) ? stem.replace(isNamed, fresh) : `${stem}-${fresh}`) + extension
}
