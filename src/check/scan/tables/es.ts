import type { ScanTable } from '../table.ts'

const year = (n: number) => (n === 1 ? ' año' : ' años')
const short = { case: 'before', gender: 'm' }

/** Spanish; ordinals also without the point, and those of the twenties in two words. */
export const spanishTable: ScanTable = {
  ordinals: [short, { case: 'after', gender: 'm' }, { case: 'before', gender: 'f' }],
  noun: 'after',
  nouns: [{ words: 'aniversarios?', form: short }],
  frames: [
    { kind: 'ago', before: 'hace ', after: year, forms: [short], steady: true },
    { kind: 'ago', before: 'hace ya ', after: year, forms: [short], steady: true },
    { kind: 'years', after: year, forms: [short], steady: true },
  ],
  counting: [{ gender: 'f' }],
  hundreds: [
    /(?<!\p{L})cien(?:to)?(?!\p{L})|centésim/u,
    /doscient|ducentésim/u,
    /trescient|tricentésim/u,
    /cuatrocient|cuadringentésim/u,
    /quinient|quingentésim/u,
    /seiscient|sexcentésim/u,
    /setecient|septingentésim/u,
    /ochocient|octingentésim/u,
    /novecient|noningentésim/u,
  ],
  spellings: [inTwoWords],
  figures: [(text) => text.replace('.', ''), (text) => text.replace('.º', 'º').replace('.er', 'er')],
  goesOn: /(?:mil|millón|millones|cient[oa]s?|quinient[oa]s|ésim[oa])(?: y)? $/u,
  others: {
    before: /(?:edad de|de edad|próximos|primeros|cada)\s$/iu,
    after: /^ (?:de edad|después|más tarde|antes|de prisión|de cárcel)/iu,
  },
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre|setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  dates: ['(?:{wd},? (?:el )?)?{d} de {m}(?: del? {y})?', '{d} de {m}(?: del? {y})? \\({wd}\\)'],
  day: '(?:\\.?º)?',
  relative:
    'este año|el año (?:pasado|próximo|que viene)|el próximo año|hoy|ayer|mañana|recientemente|este mes|hasta la fecha|actualmente|hace (?:una década|\\S+ décadas|un siglo|medio siglo|un cuarto de siglo)',
}

// vigesimoctava: vigésima octava.
function inTwoWords(text: string): string {
  return text.replace(
    /vigesimo?((?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven)([oa]?))/u,
    (_, unit: string, ending: string) => `vigésim${ending === 'a' ? 'a' : 'o'} ${unit}`,
  )
}
