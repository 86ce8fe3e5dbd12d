import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { frenchWords } from './numbers/fr.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'Communiqué de presse',
    statement: 'Déclaration',
    announcement: 'Annonce',
    advisory: 'Avis aux médias',
    condolence: 'Message de condoléances',
    readout: 'Compte rendu',
    correction: 'Rectificatif',
  },
  page: ['Page ', ' sur ', ''],
  colon: '\u00a0: ',
  comma: ', ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'Tél.',
  fax: 'Télécopie',
  extension: 'poste',
  email: 'Courriel',
  links: 'Liens',
  attachments: 'Pièces jointes',
  notesToEditors: 'Notes aux rédactions',
  about: 'À propos',
  contacts: 'Contacts presse',
  footnotes: 'Notes de bas de page',
  backToText: 'Retour au texte',
  forImmediateRelease: 'Pour diffusion immédiate',
  draft: 'Projet\u00a0— ne pas diffuser',
  watermark: 'Projet',
  withdrawn: 'Ce communiqué a été retiré',
  credit: 'Photo',
  translations: {
    official: 'Traduction officielle',
    unofficial: 'Traduction non officielle',
    courtesy: 'Traduction de courtoisie',
  },
  original: [' du communiqué ', ''],
  authenticText: 'Texte faisant foi',
}

const months: Months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

const weekdays: Weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']

/** French: "26 février 2020", but "1er mars 2020" (Lexique de l'Imprimerie nationale; CLDR has "1 mars"). */
export const french: Language = {
  tag: 'fr',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) =>
    `${where}\u00a0: au lieu de ${quoted(was, 'fr')}, lire ${quoted(now, 'fr')}`,
  anniversary: frenchWords,
}

function longDate(date: CivilDate): string {
  const day = date.day === 1 ? '1er' : date.day
  return `${day}\u00a0${monthName(months, date)} ${date.year}`
}

function fullDate(date: CivilDate): string {
  return `${weekdayName(weekdays, date)} ${longDate(date)}`
}

function notice({ type, reference, date }: NoticeText): string {
  const name = named(reference, date && `du ${longDate(date)}`)
  const [of, it] = name
    ? [`du communiqué ${name}`, `le communiqué ${name}`]
    : ['d’un communiqué antérieur', 'un communiqué antérieur']
  return {
    correction: `Rectification ${of}`,
    replacement: `Ce communiqué remplace ${it}`,
    reissue: `Nouvelle diffusion ${of} pour des raisons techniques`,
    withdrawal: `Retrait ${of}`,
  }[type]
}

function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(
    embargo,
    (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)} à ` : ''}${clock(time)} UTC)`,
  )
  return `Sous embargo jusqu’au ${fullDate(embargo.date)} à ${clock(embargo.time)} ${embargo.zone}${utc}`
}

// "0 h 01", "20 h": no colon, no leading zero on the hour, no minutes on the full hour.
function clock(time: string): string {
  const [hours, minutes, seconds] = time.split(':')
  if (minutes === '00' && !seconds) return `${Number(hours)}\u00a0h`
  const short = `${Number(hours)}\u00a0h\u00a0${minutes}`
  return seconds ? `${short}\u00a0min\u00a0${seconds}\u00a0s` : short
}
