import type { ScanTable } from '../table.ts'

const counted = (noun: string) => ({ after: () => noun, forms: [{}], steady: true }) as const

/** Chinese, simplified and traditional: "28周年", "二十八年前", "第二十八个周年". */
export const chineseTable: ScanTable = {
  ordinals: [{}],
  noun: 'after',
  nouns: [{ words: '[个個次届屆]?(?:周年|週年|纪念日|紀念日)' }],
  frames: [
    { kind: 'ago', ...counted('年前') },
    { kind: 'ago', ...counted('年以前') },
    { kind: 'jubilee', ...counted('周年') },
    { kind: 'jubilee', ...counted('週年') },
    { kind: 'years', ...counted('年') },
  ],
  hundreds: [/一百/u, /二百/u, /三百/u, /四百/u, /五百/u, /六百/u, /七百/u, /八百/u, /九百/u],
  spellings: [],
  others: { before: /[第未每]来?$/u, after: /^(?:级|級|后|後|度|代|徒刑)/u },
  months: Array.from({ length: 12 }, (_, i) => `${i + 1}|0${i + 1}`),
  weekdays: ['日|日|天', '一', '二', '三', '四', '五', '六'].map((day) =>
    ['星期', '周', '週', '礼拜', '禮拜'].map((week) => week + day.split('|')[0]).join('|'),
  ),
  dates: ['(?:{y}年)?{m}月{d}[日号號](?:[ ,，]?[（(]?{wd}[)）]?)?'],
  relative:
    '今年|去年|明年|本月|上月|今天|今日|昨天|昨日|明天|近日|最近|日前|目前|迄今|半个?世纪前|半個?世紀前|[一二两兩]个?世纪前|[一二两兩]個?世紀前',
  unspaced: true,
}
