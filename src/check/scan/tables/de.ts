import type { Frame, ScanTable } from '../table.ts'

const jubilee = (ending: string): Frame => ({
  kind: 'jubilee',
  after: () => `-jährige${ending}`,
  forms: [],
  steady: true,
})

/** German. Numbers in words are one word, jubilees also "28-jähriges Bestehen". */
export const germanTable: ScanTable = {
  ordinals: [
    { case: 'gen', gender: 'm' },
    { case: 'nom', gender: 'm' },
    { case: 'strong', gender: 'm' },
    { case: 'strong', gender: 'n' },
  ],
  noun: 'after',
  nouns: [
    {
      words:
        '(?:Jahres|Todes|Geburts|Gründungs|Gedenk)tag(?:e?s|e)?(?![\\p{L}])|(?:\\p{L}+j|J)ubiläums?(?![\\p{L}])',
    },
  ],
  frames: [
    {
      kind: 'ago',
      before: 'vor ',
      after: (n) => (n === 1 ? ' Jahr' : ' Jahren'),
      forms: [{ case: 'dat', gender: 'n' }],
      steady: true,
    },
    { kind: 'years', after: (n) => (n === 1 ? ' Jahr' : ' Jahre'), forms: [{}], steady: true },
    {
      kind: 'years',
      after: (n) => (n === 1 ? ' Jahr' : ' Jahren'),
      forms: [{ case: 'dat', gender: 'n' }],
      steady: true,
    },
    ...['n', 's', 'r', 'm', ''].map(jubilee),
  ],
  hundreds: [
    /hundert/u,
    /zweihundert/u,
    /dreihundert/u,
    /vierhundert/u,
    /fünfhundert/u,
    /sechshundert/u,
    /siebenhundert/u,
    /achthundert/u,
    /neunhundert/u,
  ],
  spellings: [
    (text) => text.replace(/(?<=^| )hundert/, 'einhundert'),
    withAnd,
    (text) => withAnd(text).replace(/(?<=^| )hundert/, 'einhundert'),
  ],
  others: {
    before: /(?:nächsten|kommenden|ersten|alle|im Alter von|binnen|innerhalb von|zu)\s$/iu,
    after: /^ (?:alt|später|danach|zuvor|nach|vor |Haft|Gefängnis)/iu,
  },
  months: [
    'Januar|Jänner|Jan.',
    'Februar|Feber|Feb.',
    'März|März|März',
    'April|April|Apr.',
    'Mai|Mai|Mai',
    'Juni|Juni|Juni',
    'Juli|Juli|Juli',
    'August|August|Aug.',
    'September|September|Sept.',
    'Oktober|Oktober|Okt.',
    'November|November|Nov.',
    'Dezember|Dezember|Dez.',
  ],
  weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag|Sonnabend'],
  dates: ['(?:{wd},? (?:de[nmr] )?)?{d}\\. {m}(?: {y})?', '{d}\\. {m}(?: {y})? \\({wd}\\)'],
  relative:
    '(?:dieses|letztes|voriges|nächstes) Jahr|(?:in diesem|im letzten|im vergangenen|im vorigen|im nächsten|im kommenden) (?:Jahr|Monat)|heuer|heute|gestern|morgen|kürzlich|vor kurzem|bisher|derzeit|neulich|vor (?:einem|\\S+) (?:Jahrzehnt(?:en)?|(?:halben |Viertel)?Jahrhundert)',
}

// hunderterste: hundertunderste; hundertste and its forms hold no more than the hundred.
function withAnd(text: string): string {
  return text.replace(/hundert(?=\p{L})(?!st)/u, 'hundertund')
}
