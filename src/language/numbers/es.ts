import { anniversaryWords } from '../anniversary-words.ts'
import { entry, words } from '../word-table.ts'

/** Before its noun a masculine number is cut short: "primer aniversario"; after it or alone it is not. */
type Place = 'before' | 'after'
type Gender = 'm' | 'f'

// In the masculine after the noun; one word to 29, from 31 on two (RAE, Ortografía, VIII.3.2).
const BELOW_TWENTY = words(
  '- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo ' +
    'decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno',
)
const TENTHS = words(
  '- décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo',
)
const HUNDREDTHS = words(
  '- centésimo ducentésimo tricentésimo cuadringentésimo quingentésimo sexcentésimo septingentésimo ' +
    'octingentésimo noningentésimo',
)

const BELOW_THIRTY = words(
  '- uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis ' +
    'diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco ' +
    'veintiséis veintisiete veintiocho veintinueve',
)
const TENS = words('- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa')
const HUNDREDS = words(
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
)

/**
 * Spanish: masculine before the noun by default, as in "primer aniversario" (RAE, Diccionario panhispánico
 * de dudas, "ordinales", "cardinales"; Ortografía for the point in "28.º" and for "1.er", "21.er").
 */
export const spanishWords = anniversaryWords<Place, Gender>({
  inEnglish: 'Spanish',
  name: { usual: 'nom', declines: false, cases: ['nom'], example: '{nom: inundación de Strelsau}' },
  ordinalForms: { cases: ['before', 'after'], genders: ['m', 'f'] },
  cardinalForms: { cases: ['before', 'after'], genders: ['m', 'f'] },
  ordinal: (n, place, gender) => {
    if (gender === 'f') return `${n}.ª`
    return isCut(n) && place === 'before' ? `${n}.er` : `${n}.º`
  },
  ordinalInWords: (n, place, gender) => {
    const full = masculineOrdinal(n)
    // Each word has its gender: trigésima octava.
    if (gender === 'f') return full.replace(/o(?= |$)/g, 'a')
    return place === 'before' ? full.replace(/(primer|tercer)o$/, '$1') : full
  },
  cardinalInWords: cardinal,
  yearsAgo: (n) => `hace ${cardinal(n, 'before', 'm')} ${n === 1 ? 'año' : 'años'}`,
})

// 11 is undécimo, so 11.º; 13 is decimotercer, so 13.er.
function isCut(n: number): boolean {
  return (n % 10 === 1 || n % 10 === 3) && n % 100 !== 11
}

function masculineOrdinal(n: number): string {
  const parts: string[] = []
  if (n >= 100) parts.push(entry(HUNDREDTHS, Math.floor(n / 100)))
  const rest = n % 100
  const last = rest < 20 ? rest : rest % 10
  if (rest > 20 && rest < 30) parts.push(inTwenties(entry(BELOW_TWENTY, last)))
  else {
    if (rest >= 20) parts.push(entry(TENTHS, Math.floor(rest / 10)))
    if (last > 0) parts.push(entry(BELOW_TWENTY, last))
  }
  return parts.join(' ')
}

// vigesimoprimero, but vigesimoctavo: two vowels of one kind become one.
function inTwenties(unit: string): string {
  return (unit.startsWith('o') ? 'vigesim' : 'vigesimo') + unit
}

function cardinal(n: number, place: Place, gender: Gender): string {
  if (n === 100) return 'cien'
  const parts: string[] = []
  if (n >= 100) parts.push(hundreds(Math.floor(n / 100), gender))
  if (n % 100 > 0) parts.push(belowHundred(n % 100, place, gender))
  return parts.join(' ')
}

// From 200 on hundreds agree with the noun: doscientas.
function hundreds(count: number, gender: Gender): string {
  const masculine = entry(HUNDREDS, count)
  return gender === 'f' ? masculine.replace(/os$/, 'as') : masculine
}

function belowHundred(n: number, place: Place, gender: Gender): string {
  const [ten, unit] = [Math.floor(n / 10), n % 10]
  const full =
    n < 30 ? entry(BELOW_THIRTY, n) : entry(TENS, ten) + (unit === 0 ? '' : ` y ${entry(BELOW_THIRTY, unit)}`)
  if (gender === 'f') return full.replace(/uno$/, 'una')
  // "veintiún años" bears the accent of a word stressed on its last syllable, "treinta y un" does not.
  return place === 'before' ? full.replace(/tiuno$/, 'tiún').replace(/uno$/, 'un') : full
}
