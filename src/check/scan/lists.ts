/** How a language says "three towns (A, B and C)": what is counted, and what joins the last two items. */
export interface ListWords {
  /** The last joint, with its blanks. */
  readonly and: RegExp
  /** What is counted: a noun with what stands around it, right behind the number. */
  readonly noun: RegExp
  /** Begins a list that is not whole, or no list. */
  readonly never: RegExp
}

const never = (words: string) => new RegExp(`^(?:${words})(?!\\p{L})`, 'iu')
const spaced = (words: number, last: string) => new RegExp(`^(?: [\\p{L}’'-]+){0,${words}} ${last}`, 'u')

/** The languages' words for lists, by their primary subtag. */
export const LISTS: Readonly<Record<string, ListWords>> = {
  en: {
    and: / (?:and|or|&) /gu,
    noun: spaced(
      3,
      "(?!(?:was|is|has|as|does|this|its|hours|days|weeks|months|years|times|metres|meters|miles|kilometres|pages)(?!\\p{L}))(?:[\\p{L}’'-]*[^s\\P{L}]s|people|men|women|children)(?: (?:of|in|from) \\p{Lu}[\\p{L}’'-]*)?",
    ),
    never: never(
      'see|for|including|e\\.g|such as|notably|among|mostly|mainly|especially|first|as|which|who|where|but|if|when|so|because|with|in|on|from|at|by|to|about|also|not|up|down|both|aged?|that|they|we|he|she|it|this|these|or|is|are|was|were',
    ),
  },
  fr: {
    and: / (?:et|ou) /gu,
    noun: spaced(
      2,
      "(?!(?:ans|mois|jours|heures|fois|pages)(?!\\p{L}))[\\p{L}’'-]*[sx](?: (?:de|du|d’)[ ]?\\p{Lu}[\\p{L}’'-]*)?",
    ),
    never: never(
      "voir|dont|notamment|y compris|par exemple|comme|surtout|d['’]abord|soit|qui|que|où|mais|pour|avec|dans|en|sur|âgé\\p{L}*|il|elle|ils|elles|on|nous|de",
    ),
  },
  es: {
    and: / (?:y|e|o|u) /gu,
    noun: spaced(
      2,
      "(?!(?:años|meses|días|horas|veces|páginas)(?!\\p{L}))[\\p{L}’'-]*s(?: (?:de|del) \\p{Lu}[\\p{L}’'-]*)?",
    ),
    never: never(
      'ver|véase|entre ell\\p{L}s|incluid\\p{L}s?|por ejemplo|como|sobre todo|primero|que|donde|pero|para|con|en|de|se|él|ella',
    ),
  },
  de: {
    and: / (?:und|oder|sowie) /gu,
    noun: spaced(
      2,
      '(?!(?:Jahren?|Monaten?|Tagen?|Stunden|Wochen|Seiten|Mal|Uhr|Prozent|Euro)(?!\\p{L}))\\p{Lu}[\\p{L}-]+',
    ),
    never: never(
      'siehe|darunter|etwa|unter anderem|u\\. ?a|z\\. ?B|zum Beispiel|vor allem|insbesondere|erstens|zuerst|der|die|das|wie|für|mit|in|im|auf|von|aber|weil|wenn|es|er|sie|wir|davon',
    ),
  },
  ru: {
    and: / (?:и|или) /gu,
    noun: spaced(
      1,
      '(?!(?:лет|года?|месяц\\p{L}*|дн\\p{L}*|час\\p{L}*|раза?|страниц\\p{L}*|процент\\p{L}*|рубл\\p{L}*|тысяч\\p{L}*|миллион\\p{L}*)(?!\\p{L}))[\\p{L}-]{3,}',
    ),
    never: never(
      'см|в том числе|включая|например|прежде всего|во-первых|как|где|что|но|для|с|в|на|из|по|это|он|она|они|мы',
    ),
  },
  az: {
    and: / (?:və|ya) /gu,
    noun: spaced(
      1,
      '(?!(?:il|ay|gün|saat|dəfə|faiz|manat|səhifə|min|milyon)(?:\\p{L}{0,4})(?!\\p{L}))[\\p{L}-]{3,}',
    ),
    never: never('bax|o cümlədən|məsələn|xüsusilə|əvvəlcə|amma|çünki|bu|o|onlar|biz'),
  },
  tr: {
    and: / (?:ve|veya|ile) /gu,
    noun: spaced(
      1,
      '(?!(?:yıl|ay|gün|saat|kez|defa|sayfa|bin|milyon|lira)(?:\\p{L}{0,4})(?!\\p{L}))[\\p{L}-]{3,}',
    ),
    never: never('bkz|bakınız|örneğin|özellikle|aralarında|önce|ama|çünkü|bu|o|onlar|biz'),
  },
  ar: {
    and: / و(?=\p{L})/gu,
    noun: spaced(
      1,
      '(?!(?:سنوات|سنة|عام|عاما|أعوام|أشهر|شهر|أيام|يوم|ساعات|ساعة|مرات|صفحات|آلاف|ألف|مليون)(?!\\p{L}))\\p{L}{3,}',
    ),
    never: never('انظر|منها|مثل|من بينها|بما فيها|خاصة|أولا|لا سيما|في|من|على|التي|الذي|لكن|هو|هي|هم'),
  },
  zh: {
    and: /(?<=\p{L})(?:[和与與及或]|以及)/gu,
    noun: /^(?![年月日天时時分秒岁歲页頁元次%]|个月|個月|小时|小時)[\p{L}]{2,8}/u,
    never: /^(?:见|見|参见|參見|包括|例如|如|其中|特别是|首先|即将|详见|詳見)/u,
  },
}

/** Names with a joint or a comma inside. */
export const JOINED =
  /Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Saint Kitts and Nevis|Saint Vincent and the Grenadines|Sao Tome and Principe|São Tomé and Príncipe|Serbia and Montenegro|Turks and Caicos|Washington, D\.C\.|Korea, Republic of|Bosnie-Herzégovine|Trinité-et-Tobago|Bosnia y Herzegovina|Trinidad y Tobago|Antigua y Barbuda|Bosnien und Herzegowina|Trinidad und Tobago|Antigua und Barbuda|Босния и Герцеговина|Тринидад и Тобаго|Антигуа и Барбуда|البوسنة والهرسك|ترينيداد وتوباغو/gu
