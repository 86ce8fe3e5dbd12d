import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { spanishWords } from './numbers/es.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'Comunicado de prensa',
    statement: 'Declaración',
    announcement: 'Anuncio',
    advisory: 'Aviso a los medios',
    condolence: 'Mensaje de condolencia',
    readout: 'Resumen de la conversación',
    correction: 'Corrección',
  },
  page: ['Página ', ' de ', ''],
  colon: ': ',
  comma: ', ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'Tel.',
  fax: 'Fax',
  extension: 'ext.',
  email: 'Correo electrónico',
  links: 'Enlaces',
  attachments: 'Anexos',
  notesToEditors: 'Notas para la redacción',
  about: 'Información institucional',
  contacts: 'Contactos de prensa',
  footnotes: 'Notas al pie',
  backToText: 'Volver al texto',
  forImmediateRelease: 'Para difusión inmediata',
  draft: 'Borrador\u00a0— no publicar',
  watermark: 'Borrador',
  withdrawn: 'Este comunicado ha sido retirado',
  credit: 'Foto',
  translations: {
    official: 'Traducción oficial',
    unofficial: 'Traducción no oficial',
    courtesy: 'Traducción de cortesía',
  },
  original: [' del comunicado ', ''],
  authenticText: 'Texto auténtico',
}

const months: Months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

const weekdays: Weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']

/** Spanish: "26 de febrero de 2020", full form with a comma behind the weekday (CLDR; RAE). */
export const spanish: Language = {
  tag: 'es',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) =>
    `${where}: donde dice ${quoted(was, 'es')}, debe decir ${quoted(now, 'es')}`,
  anniversary: spanishWords,
}

function longDate(date: CivilDate): string {
  return `${date.day}\u00a0de\u00a0${monthName(months, date)} de ${date.year}`
}

function fullDate(date: CivilDate): string {
  return `${weekdayName(weekdays, date)}, ${longDate(date)}`
}

function notice({ type, reference, date }: NoticeText): string {
  const name = named(reference, date && `de ${longDate(date)}`)
  const [of, to] = name
    ? [`del comunicado ${name}`, `al comunicado ${name}`]
    : ['de un comunicado anterior', 'a un comunicado anterior']
  return {
    correction: `Corrección ${of}`,
    replacement: `Este comunicado sustituye ${to}`,
    reissue: `Nueva publicación ${of} por motivos técnicos`,
    withdrawal: `Retirada ${of}`,
  }[type]
}

function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(
    embargo,
    (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)}, ${atTime(time)}` : time} UTC)`,
  )
  return `Embargado hasta el ${fullDate(embargo.date)}, ${atTime(embargo.time)} ${embargo.zone}${utc}`
}

// The article agrees with the hour: "a la 01:30", "a las 02:30".
function atTime(time: string): string {
  return `${time.startsWith('01') ? 'a la' : 'a las'} ${time}`
}
