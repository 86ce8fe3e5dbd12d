import type { ScanTable } from '../table.ts'

const years = (n: number) => (n === 1 ? 'year' : 'years')

/** English. "May" and "March" are months only beside a day in figures. */
export const englishTable: ScanTable = {
  ordinals: [{}],
  noun: 'after',
  nouns: [{ words: 'anniversar(?:y|ies)' }],
  frames: [
    { kind: 'ago', after: (n) => ` ${years(n)} ago`, forms: [{}], steady: true },
    { kind: 'years', after: (n) => ` ${years(n)}`, forms: [{}], steady: true },
    { kind: 'jubilee', after: () => '-year anniversary', forms: [{}], steady: true },
  ],
  // With and without "and", with and without hyphen: both are in use on both sides of the ocean.
  hundreds: [
    /hundred/u,
    /two hundred/u,
    /three hundred/u,
    /four hundred/u,
    /five hundred/u,
    /six hundred/u,
    /seven hundred/u,
    /eight hundred/u,
    /nine hundred/u,
  ],
  spellings: [
    (text) => text.replace(' hundred and ', ' hundred '),
    (text) => text.replace(/ hundred (?!and |year)/, ' hundred and '),
    (text) => text.replaceAll('-', ' '),
    // "The hundred and first"; a hundred years are a round number.
    (text) => (/(?:th|st|nd|rd)$/.test(text) ? text.replace(/^one (?=hundred)/, '') : text),
    (text) =>
      /(?:th|st|nd|rd)$/.test(text) ? text.replace(/^one (?=hundred)/, '').replace(' and ', ' ') : text,
    (text) => text.replaceAll('-', ' ').replace(' hundred and ', ' hundred '),
  ],
  goesOn: /(?:hundred|thousand|million|dozen)(?: and)? $/u,
  others: {
    before: /\b(?:aged?|age of|sentenced to|next|coming|first|within|every|another)\s$/iu,
    after:
      /^[ -](?:old(?:er)?|younger|of age|later|earlier|before|after|in (?:prison|jail)|imprisonment)\b/iu,
  },
  months: [
    'January|Jan.|Jan',
    'February|Feb.|Feb',
    'March|Mar.|Mar',
    'April|Apr.|Apr',
    'May|May|May',
    'June|Jun.|Jun',
    'July|Jul.|Jul',
    'August|Aug.|Aug',
    'September|Sept.|Sep',
    'October|Oct.|Oct',
    'November|Nov.|Nov',
    'December|Dec.|Dec',
  ],
  weekdays: [
    'Sunday|Sun.',
    'Monday|Mon.',
    'Tuesday|Tue.',
    'Wednesday|Wed.',
    'Thursday|Thu.',
    'Friday|Fri.',
    'Saturday|Sat.',
  ],
  dates: [
    '(?:{wd},? (?:the )?)?{d}(?: of)? {m}(?:,? {y})?',
    '(?:{wd},? )?{m} {d}(?:,? {y})?',
    '{d}(?: of)? {m}(?: {y})? \\({wd}\\)',
    '{m} {d}(?:,? {y})? \\({wd}\\)',
  ],
  day: '(?:st|nd|rd|th)?',
  relative:
    '(?:this|last|next) (?:year|month|week|decade)|today|yesterday|tomorrow|recent(?:ly)?|so far|to date|currently|nowadays|now|tonight|this (?:morning|afternoon|evening|spring|summer|autumn|winter)|(?:a|half a|a quarter of a|[a-z]+) (?:decades?|century|centuries) ago',
}
