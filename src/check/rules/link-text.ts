import { addressesOf } from '../addresses.ts'
import type { Rule } from '../rule.ts'

/** Words of a link that say nothing without the sentence around them, by language. */
const EMPTY: Readonly<Record<string, readonly string[]>> = {
  en: ['here', 'click here', 'this link', 'link', 'this', 'read more', 'more', 'at this link', 'this page'],
  fr: ['ici', 'cliquez ici', 'ce lien', 'lien', 'en savoir plus', 'lire la suite'],
  de: ['hier', 'klicken sie hier', 'link', 'dieser link', 'mehr', 'weiterlesen', 'mehr lesen'],
  es: ['aquí', 'haga clic aquí', 'este enlace', 'enlace', 'leer más', 'más'],
  ru: ['здесь', 'тут', 'ссылка', 'по ссылке', 'по этой ссылке', 'подробнее', 'читать далее'],
  tr: ['buraya', 'burada', 'tıklayın', 'buraya tıklayın', 'bağlantı', 'devamı'],
  az: ['bura', 'burada', 'buraya klikləyin', 'keçid', 'ətraflı'],
  ar: ['هنا', 'اضغط هنا', 'الرابط', 'هذا الرابط', 'المزيد'],
  zh: ['这里', '此处', '点击这里', '链接', '更多', '這裡', '此處', '點擊這裡', '連結'],
}

const TRACKING = /[?&]((?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|yclid|msclkid))=/i

const SHORTENER =
  /^https?:\/\/(?:www\.)?(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|is\.gd|tiny\.cc|rb\.gy|cutt\.ly|lnkd\.in)\//i

/** Links whose words do not say where they lead, and addresses that watch or hide. */
export const linkText: Rule = {
  id: 'link-text',
  group: 'form',
  severity: 'info',
  doc: 'Catches links that read "here" or "click here", addresses with a tracking parameter, and shortened ones.',
  source: 'WCAG 2.2, 2.4.4: the purpose of a link from its text.',
  bad: 'Read the declaration [here](https://ruritania.example/declaration).',
  good: 'Read [the declaration](https://ruritania.example/declaration).',
  *check(context) {
    const empty = EMPTY[context.tag.split('-')[0]?.toLowerCase() ?? ''] ?? []
    for (const { url, words, start, end } of addressesOf(context)) {
      const plain = (words ?? '').trim().replace(/[\s.:»>→…]+$/u, '')
      if (empty.includes(plain.toLowerCase()))
        yield {
          start,
          end,
          message: `the link "${plain}" does not say where it leads`,
          hint: 'link the words that name the page: [the declaration](…)',
        }
      const tracked = TRACKING.exec(url)?.[1]
      if (tracked !== undefined)
        yield {
          start,
          end,
          message: `the address has the tracking parameter "${tracked}"`,
          hint: 'delete what stands behind the question mark for tracking',
        }
      if (SHORTENER.test(url))
        yield {
          start,
          end,
          message: `"${url}" is a shortened address`,
          hint: 'write the address that it leads to',
        }
    }
  },
}
