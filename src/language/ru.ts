import type { CivilDate } from './civil-date.ts'
import type { EmbargoText, Labels, Language, NoticeText } from './language.ts'
import { inUtc, type Months, monthName, named, type Weekdays, weekdayName } from './names.ts'
import { russianWords } from './numbers/ru.ts'
import { quoted } from './quotation-marks.ts'

const labels: Labels = {
  kinds: {
    'press-release': 'Пресс-релиз',
    statement: 'Заявление',
    announcement: 'Объявление',
    advisory: 'Анонс для СМИ',
    condolence: 'Соболезнования',
    readout: 'Сообщение по итогам переговоров',
    correction: 'Исправление',
  },
  page: ['Стр. ', ' из ', ''],
  colon: ': ',
  comma: ', ',
  dash: '\u00a0— ',
  brackets: [' (', ')'],
  tel: 'Тел.',
  fax: 'Факс',
  extension: 'доб.',
  email: 'Эл. почта',
  links: 'Ссылки',
  attachments: 'Приложения',
  notesToEditors: 'Примечания для редакций',
  about: 'Справочная информация',
  contacts: 'Контакты для СМИ',
  footnotes: 'Сноски',
  backToText: 'Вернуться к тексту',
  forImmediateRelease: 'Для немедленной публикации',
  draft: 'Проект\u00a0— не для публикации',
  watermark: 'Проект',
  withdrawn: 'Настоящее сообщение отозвано',
  credit: 'Фото',
  translations: {
    official: 'Официальный перевод',
    unofficial: 'Неофициальный перевод',
    courtesy: 'Справочный перевод',
  },
  original: [' сообщения ', ''],
  authenticText: 'Аутентичный текст',
}

// In the genitive, as a date needs them.
const months: Months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

const weekdays: Weekdays = ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота']

/** Russian: "26 февраля 2020 года"; formal texts write the word out (GOST R 7.0.97; CLDR has "г."). */
export const russian: Language = {
  tag: 'ru',
  labels,
  longDate,
  fullDate,
  embargo: embargoLine,
  notice,
  change: ({ where, was, now }) =>
    `${where}: вместо ${quoted(was, 'ru')} следует читать ${quoted(now, 'ru')}`,
  anniversary: russianWords,
}

function longDate(date: CivilDate): string {
  return `${date.day}\u00a0${monthName(months, date)} ${date.year}\u00a0года`
}

function fullDate(date: CivilDate): string {
  return `${weekdayName(weekdays, date)}, ${longDate(date)}`
}

function notice({ type, reference, date }: NoticeText): string {
  const name = named(reference, date && `от ${longDate(date)}`)
  const [to, it, of] = name
    ? [`сообщению ${name}`, `сообщение ${name}`, `сообщения ${name}`]
    : ['ранее опубликованному сообщению', 'ранее опубликованное сообщение', 'ранее опубликованного сообщения']
  return {
    correction: `Исправление к ${to}`,
    replacement: `Настоящее сообщение заменяет ${it}`,
    reissue: `Повторная публикация ${of} по техническим причинам`,
    withdrawal: `Отзыв ${of}`,
  }[type]
}

// "Окончание эмбарго" lets the weekday stay in the nominative.
function embargoLine(embargo: EmbargoText): string {
  const utc = inUtc(embargo, (time, otherDay) => ` (${otherDay ? `${fullDate(otherDay)}, ` : ''}${time} UTC)`)
  return `Окончание эмбарго: ${fullDate(embargo.date)}, ${embargo.time} ${embargo.zone}${utc}`
}
