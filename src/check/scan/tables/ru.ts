import type { Frame, ScanTable } from '../table.ts'

// By the last word spoken: 21 год, 22 года, 25 лет, but 11 to 14 лет.
function plural(n: number, one: string, few: string, many: string): string {
  const last = n % 100 > 10 && n % 100 < 20 ? 0 : n % 10
  if (last === 1) return one
  return last >= 2 && last <= 4 ? few : many
}

const counted = (n: number) => ` ${plural(n, 'год', 'года', 'лет')}`
// Only words that can have nothing but a genitive behind them.
const GENITIVE = /(?:^|[^\p{L}])(?:более|менее|свыше|около|в течение|на протяжении|с|до|из|этих|всех)\s$/iu
const jubilee = (after: string): Frame => ({
  kind: 'jubilee',
  after: () => `-${after}`,
  forms: [],
  steady: true,
})

/** Russian: every gender and case; ё also written е; jubilees "28-летие". */
export const russianTable: ScanTable = {
  // What is left out is written as one of these: 28-й for dative and instrumental too, neuter as masculine.
  ordinals: [
    ...['gen', 'nom', 'acc'].map((name) => ({ case: name, gender: 'f' })),
    ...['gen', 'nom', 'dat', 'ins', 'prep'].map((name) => ({ case: name, gender: 'm' })),
    { case: 'nom', gender: 'n' },
  ],
  noun: 'after',
  nouns: [
    { words: 'годовщина(?![\\p{L}])', form: { gender: 'f', case: 'nom' } },
    { words: 'годовщину(?![\\p{L}])', form: { gender: 'f', case: 'acc' } },
    { words: 'годовщин(?:ы|е|ой)(?![\\p{L}])', form: { gender: 'f', case: 'gen' } },
    { words: 'юбилей(?![\\p{L}])', form: { gender: 'm', case: 'nom' } },
    { words: 'юбилея(?![\\p{L}])', form: { gender: 'm', case: 'gen' } },
    { words: 'юбилею(?![\\p{L}])', form: { gender: 'm', case: 'dat' } },
    { words: 'юбилеем(?![\\p{L}])', form: { gender: 'm', case: 'ins' } },
    { words: 'юбилее(?![\\p{L}])', form: { gender: 'm', case: 'prep' } },
  ],
  frames: [
    { kind: 'ago', after: (n) => `${counted(n)} назад`, forms: [{ case: 'acc' }] },
    { kind: 'ago', after: (n) => `${counted(n)} тому назад`, forms: [{ case: 'acc' }] },
    { kind: 'years', after: counted, forms: [{ case: 'nom' }] },
    {
      kind: 'years',
      after: (n) => (plural(n, '1', '', '') === '1' ? ' года' : ' лет'),
      forms: [{ case: 'gen' }],
      when: GENITIVE,
    },
    ...['летие', 'летия', 'летию', 'летием', 'летии'].map(jubilee),
    ...['летний', 'летняя', 'летней', 'летнего', 'летнюю'].map(jubilee),
  ],
  counting: ['nom', 'gen', 'dat', 'acc', 'ins', 'prep'].flatMap((name) =>
    ['f', 'm'].map((gender) => ({ case: name, gender })),
  ),
  hundreds: [
    /(?<!\p{L})(?:ст[оа](?!\p{L})|сот)/u,
    /двести|дв(?:ух|ум)с[от]|двумяст/u,
    /триста|тр[её][хм]с[от]|тремяст/u,
    /четыр(?:[её][хм]?|ьмя)с/u,
    /пят(?:ью?|и)с/u,
    /шест(?:ью?|и)с/u,
    /сем(?:ью?|и)с/u,
    /вос[её]?ь?м(?:ью?|и)с/u,
    /девят(?:ью?|и)с/u,
  ],
  spellings: [(text) => text.replaceAll('ё', 'е')],
  goesOn: /(?:тысяч[аиу]?|миллион\p{L}*|сто|ста|двести|триста|четыреста|сот) $/u,
  others: {
    before: /(?:возрасте|ближайшие|следующие|первые|каждые|через)\s$/iu,
    after: /^ (?:от роду|спустя|после|лишения|тюрьмы|заключения)/iu,
  },
  months: [
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
  ],
  // With its preposition too: "в среду", but "во вторник".
  weekdays: [
    'воскресенье|воскресенье|воскресенья|в воскресенье|воскресенью',
    'понедельник|понедельник|понедельника|в понедельник|понедельнику',
    'вторник|вторник|вторника|во вторник|вторнику',
    'среда|среду|среды|в среду|среде',
    'четверг|четверг|четверга|в четверг|четвергу',
    'пятница|пятницу|пятницы|в пятницу|пятнице',
    'суббота|субботу|субботы|в субботу|субботе',
  ],
  dates: ['(?:{wd},? )?{d} {m}(?: {y}(?: года| г\\.)?)?', '{d} {m}(?: {y}(?: года| г\\.)?)? \\({wd}\\)'],
  relative:
    '(?:в )?(?:этом|прошлом|нынешнем|текущем|следующем|будущем) году|сегодня|вчера|завтра|недавно|в последнее время|на сегодняшний день|в настоящее время|ныне|(?:десятилетие|век|столетие|полвека|четверть века) назад',
}
