import type { AnniversaryWords } from './anniversary-words.ts'
import type { CivilDate } from './civil-date.ts'
import type { Labels, Language } from './language.ts'
import { inUtc, type Weekdays, weekdayName } from './names.ts'
import { simplifiedChineseWords, traditionalChineseWords } from './numbers/zh.ts'

const simplified: Labels = {
  kinds: {
    'press-release': '新闻稿',
    statement: '声明',
    announcement: '公告',
    advisory: '媒体通知',
    condolence: '唁电',
    readout: '会谈情况通报',
    correction: '更正',
  },
  page: ['第', '页，共', '页'],
  colon: '：',
  comma: '，',
  dash: '——',
  brackets: ['（', '）'],
  tel: '电话',
  fax: '传真',
  extension: '分机',
  email: '电子邮箱',
  links: '相关链接',
  attachments: '附件',
  notesToEditors: '编辑须知',
  about: '关于我们',
  contacts: '媒体联系人',
  footnotes: '脚注',
  backToText: '返回正文',
  forImmediateRelease: '即时发布',
  draft: '草稿——请勿发布',
  watermark: '草稿',
  withdrawn: '本稿已撤回',
  credit: '摄影',
}

const traditional: Labels = {
  kinds: {
    'press-release': '新聞稿',
    statement: '聲明',
    announcement: '公告',
    advisory: '媒體通知',
    condolence: '唁電',
    readout: '會談情況通報',
    correction: '更正',
  },
  page: ['第', '頁，共', '頁'],
  colon: '：',
  comma: '，',
  dash: '——',
  brackets: ['（', '）'],
  tel: '電話',
  fax: '傳真',
  extension: '分機',
  email: '電子郵件',
  links: '相關連結',
  attachments: '附件',
  notesToEditors: '編輯須知',
  about: '關於我們',
  contacts: '媒體聯絡人',
  footnotes: '註腳',
  backToText: '返回正文',
  forImmediateRelease: '即時發布',
  draft: '草稿——請勿發布',
  watermark: '草稿',
  withdrawn: '本稿已撤回',
  credit: '攝影',
}

const weekdays: Weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** Chinese in simplified characters: "2020年2月26日", "2020年2月26日星期三" (GB/T 15835; CLDR). */
export const simplifiedChinese = inChinese('zh-Hans', simplified, '新闻解禁时间', simplifiedChineseWords)

/** Chinese in traditional characters; the date reads the same. */
export const traditionalChinese = inChinese('zh-Hant', traditional, '新聞解禁時間', traditionalChineseWords)

function inChinese(
  tag: string,
  labels: Labels,
  embargoEnds: string,
  anniversary: AnniversaryWords,
): Language {
  return {
    tag,
    labels,
    longDate,
    fullDate,
    embargo: (embargo) => {
      const utc = inUtc(
        embargo,
        (time, otherDay) => `（${otherDay ? `${fullDate(otherDay)} ` : ''}${time} UTC）`,
      )
      return `${embargoEnds}：${fullDate(embargo.date)} ${embargo.time} ${embargo.zone}${utc}`
    },
    anniversary,
  }
}

function longDate({ year, month, day }: CivilDate): string {
  return `${year}年${month}月${day}日`
}

function fullDate(date: CivilDate): string {
  return `${longDate(date)}${weekdayName(weekdays, date)}`
}
