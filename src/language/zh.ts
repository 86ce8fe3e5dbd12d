import type { AnniversaryWords } from './anniversary-words.ts'
import type { CivilDate } from './civil-date.ts'
import type { CorrectionType, Labels, Language } from './language.ts'
import { inUtc, named, type Weekdays, weekdayName } from './names.ts'
import { simplifiedChineseWords, traditionalChineseWords } from './numbers/zh.ts'
import { quoted } from './quotation-marks.ts'

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
  translations: { official: '官方译文', unofficial: '非官方译文', courtesy: '参考译文' },
  original: ['（原文：', '）'],
  authenticText: '作准文本',
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
  translations: { official: '官方譯文', unofficial: '非官方譯文', courtesy: '參考譯文' },
  original: ['（原文：', '）'],
  authenticText: '作準文本',
}

const weekdays: Weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** What the two scripts write differently in embargo lines and notices. */
interface Phrases {
  readonly embargoEnds: string
  /** Between the date and the release of that date. */
  readonly issued: string
  readonly number: string
  readonly sentences: Readonly<Record<CorrectionType, readonly [before: string, after: string]>>
  readonly earlier: string
  readonly shouldBe: string
}

const SIMPLIFIED: Phrases = {
  embargoEnds: '新闻解禁时间',
  issued: '发布的',
  number: '号',
  sentences: {
    correction: ['对', '的更正'],
    replacement: ['本稿取代', ''],
    reissue: ['因技术原因重新发布', ''],
    withdrawal: ['撤回', ''],
  },
  earlier: '此前发布的',
  shouldBe: '应为',
}

const TRADITIONAL: Phrases = {
  embargoEnds: '新聞解禁時間',
  issued: '發布的',
  number: '號',
  sentences: {
    correction: ['對', '的更正'],
    replacement: ['本稿取代', ''],
    reissue: ['因技術原因重新發布', ''],
    withdrawal: ['撤回', ''],
  },
  earlier: '此前發布的',
  shouldBe: '應為',
}

/** Chinese in simplified characters: "2020年2月26日", "2020年2月26日星期三" (GB/T 15835; CLDR). */
export const simplifiedChinese = inChinese('zh-Hans', simplified, SIMPLIFIED, simplifiedChineseWords)

/** Chinese in traditional characters; the date reads the same. */
export const traditionalChinese = inChinese('zh-Hant', traditional, TRADITIONAL, traditionalChineseWords)

function inChinese(tag: string, labels: Labels, phrases: Phrases, anniversary: AnniversaryWords): Language {
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
      return `${phrases.embargoEnds}：${fullDate(embargo.date)} ${embargo.time} ${embargo.zone}${utc}`
    },
    notice({ type, reference, date }) {
      const name = named(
        date && `${longDate(date)}${phrases.issued}`,
        reference && `${reference}${phrases.number}`,
        '',
      )
      const [before, after] = phrases.sentences[type]
      return `${before}${name ?? phrases.earlier}稿件${after}`
    },
    change: ({ where, was, now }) => `${where}：${quoted(was, tag)}${phrases.shouldBe}${quoted(now, tag)}`,
    anniversary,
  }
}

function longDate({ year, month, day }: CivilDate): string {
  return `${year}年${month}月${day}日`
}

function fullDate(date: CivilDate): string {
  return `${longDate(date)}${weekdayName(weekdays, date)}`
}
