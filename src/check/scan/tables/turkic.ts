import type { ScanTable } from '../table.ts'

const steady = { forms: [{}], steady: true } as const

/** Azerbaijani: "28-ci ildönümü", "iyirmi səkkiz il əvvəl". */
export const azerbaijaniTable: ScanTable = {
  ordinals: [{}],
  noun: 'after',
  nouns: [{ words: 'il ?dönüm' }],
  frames: [
    { kind: 'ago', after: () => ' il əvvəl', ...steady },
    { kind: 'ago', after: () => ' il bundan əvvəl', ...steady },
    { kind: 'ago', after: () => ' il öncə', ...steady },
    { kind: 'years', after: () => ' il', ...steady },
    { kind: 'years', after: () => ' ildir', ...steady },
    { kind: 'years', after: () => ' ildə', ...steady },
    { kind: 'jubilee', after: () => ' illiyi', ...steady },
    { kind: 'jubilee', after: () => ' illik', ...steady },
  ],
  hundreds: [
    /yüz/u,
    /iki yüz/u,
    /üç yüz/u,
    /dörd yüz/u,
    /beş yüz/u,
    /alti yüz/u,
    /yeddi yüz/u,
    /səkkiz yüz/u,
    /doqquz yüz/u,
  ],
  spellings: [],
  figures: [(text) => text.replace('-', '')],
  goesOn: /(?:yüz|min|milyon) $/u,
  others: {
    before: /(?:növbəti|gələcək|ilk|hər|yaş[ıi])\s$/iu,
    after: /^ (?:sonra|həbs|azadl[ıi]qdan)/iu,
  },
  months: [
    'yanvar',
    'fevral',
    'mart',
    'aprel',
    'may',
    'iyun',
    'iyul',
    'avqust',
    'sentyabr',
    'oktyabr',
    'noyabr',
    'dekabr',
  ],
  weekdays: ['bazar', 'bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə'],
  dates: [
    '{d} {m}(?: {y}(?: il)?)?(?:, {wd})?',
    '{d} {m}(?: {y}(?: il)?)? \\({wd}\\)',
    '{y} il(?:in)? {d} {m}',
    '{wd}(?: günü)?, {d} {m}(?: {y})?',
  ],
  year: '(?:-c[iıuü])?',
  relative:
    'bu il|keçən il|ötən il|gələn il|növbəti il|bu gün|dünən|sabah|bu yaxınlarda|son vaxtlar|hazırda|indi|(?:onillik|əsr) (?:əvvəl|bundan əvvəl)',
}

/** Turkish: "28. yıl dönümü", "yirmi sekiz yıl önce". */
export const turkishTable: ScanTable = {
  ordinals: [{}],
  noun: 'after',
  nouns: [{ words: 'yıl ?dönüm' }],
  frames: [
    { kind: 'ago', after: () => ' yıl önce', ...steady },
    { kind: 'ago', after: () => ' yıl evvel', ...steady },
    { kind: 'years', after: () => ' yıl', ...steady },
    { kind: 'years', after: () => ' yıldır', ...steady },
    { kind: 'years', after: () => ' yılda', ...steady },
    { kind: 'years', after: () => ' yıllık', ...steady },
  ],
  hundreds: [
    /yüz/u,
    /iki yüz/u,
    /üç yüz/u,
    /dört yüz/u,
    /beş yüz/u,
    /alti yüz/u,
    /yedi yüz/u,
    /sekiz yüz/u,
    /dokuz yüz/u,
  ],
  spellings: [],
  goesOn: /(?:yüz|bin|milyon) $/u,
  others: {
    before: /(?:önümüzdeki|gelecek|ilk|her)\s$/iu,
    after: /^ (?:sonra|hapis)/iu,
  },
  months: [
    'Ocak',
    'Şubat',
    'Mart',
    'Nisan',
    'Mayıs',
    'Haziran',
    'Temmuz',
    'Ağustos',
    'Eylül',
    'Ekim',
    'Kasım',
    'Aralık',
  ],
  weekdays: ['Pazar', 'Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi'],
  dates: ['{d} {m}(?: {y})?(?: {wd})?', '{d} {m}(?: {y})? \\({wd}\\)', '{wd}(?: günü)?, {d} {m}(?: {y})?'],
  relative:
    'bu yıl|geçen yıl|gelecek yıl|önümüzdeki yıl|bu sene|geçen sene|bugün|dün|yarın|yakın zamanda|geçenlerde|şu anda|son dönemde|(?:yüzyıl|asır) önce',
}
