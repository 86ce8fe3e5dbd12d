import type { ScanTable } from '../table.ts'

const an = (n: number) => (n === 1 ? ' an' : ' ans')

/** French; ordinals also as "28ème" and with a superior letter. */
export const frenchTable: ScanTable = {
  ordinals: [{ gender: 'm' }, { gender: 'f' }],
  noun: 'after',
  nouns: [{ words: 'anniversaires?', form: { gender: 'm' } }],
  frames: [
    { kind: 'ago', before: 'il y a ', after: an, forms: [{}], steady: true },
    { kind: 'ago', before: 'voici ', after: an, forms: [{}], steady: true },
    { kind: 'ago', before: 'voilà ', after: an, forms: [{}], steady: true },
    { kind: 'years', after: an, forms: [{}], steady: true },
    {
      kind: 'years',
      after: (n) => (n === 1 ? ' année' : ' années'),
      forms: [{ gender: 'f' }],
      steady: true,
    },
  ],
  // The spelling of 1990 joins all parts with hyphens.
  hundreds: [
    /(?<!\p{L})cent(?:ième)?(?!\p{L})/u,
    /deux cent/u,
    /trois cent/u,
    /quatre cent/u,
    /cinq cent/u,
    /six cent/u,
    /sept cent/u,
    /huit cent/u,
    /neuf cent/u,
  ],
  spellings: [(text) => text.replace(/(?<=vingt|trente|quarante|cinquante|soixante) et (?=un|onz)/, '-et-')],
  figures: [(text) => text.replace(/e$/, 'ème'), (text) => text.replace(/e$/, 'ᵉ')],
  goesOn: /(?:cents?|mille|millions?)(?: et)? $/u,
  others: {
    before: /(?:âgée?s? de|l’âge de|l'âge de|prochain(?:e?s)|premi(?:er|ère)s|tous les)\s$/iu,
    after: /^ (?:plus tard|après|auparavant|de prison|de réclusion)/iu,
  },
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août|aout',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  dates: ['(?:{wd},? (?:le )?)?{d} {m}(?: {y})?', '{d} {m}(?: {y})? \\({wd}\\)'],
  day: '(?:er)?',
  relative:
    "cette année|l[’']an(?:née)? (?:dernier|dernière|passée?|prochaine?)|aujourd[’']hui|hier|demain|récemment|ce mois-ci|à ce jour|actuellement|il y a (?:une décennie|\\S+ décennies|un siècle|un demi-siècle|un quart de siècle)",
}
