import { normalise } from './normalise.ts'

/** What makes a number no exact one, right before it. */
const BEFORE: Readonly<Record<string, string>> = {
  en: 'about|around|almost|nearly|over|some|roughly|approximately|(?:more|less|fewer|other) than|at least|at most|up to|only|under|every|another|first|last|next|next to|of the|one of|any|no',
  fr: "environ|pres de|près de|presque|plus de|moins de|quelque|au moins|au plus|jusqu'à|tous les|d'ici|premiers|derniers|des|l'un des|une des",
  es: 'unos|unas|casi|cerca de|más de|menos de|alrededor de|al menos|como mínimo|hasta|cada|primeros|últimos|de los|de las',
  de: 'etwa|rund|circa|ca\\.|fast|beinahe|ungefähr|über|mehr als|weniger als|mindestens|höchstens|bis zu|alle|ersten|letzten|einer der|eine der|eines der',
  ru: 'около|примерно|почти|более|менее|свыше|не менее|не более|до|каждые|первые|последние|одна из|один из|одной из|одного из',
  az: 'təxminən|azı|ən azı|demək olar ki|hər|ilk|son',
  tr: 'yaklaşık|yaklasik|en az|en çok|neredeyse|hemen hemen|her|ilk|son',
  ar: 'نحو|حوالي|قرابة|زهاء|أكثر من|أقل من|ما يقارب|ما لا يقل عن|كل|أول|آخر',
  zh: '[约約近逾超每首前后後]|大约|大約|超过|超過|至少|将近|將近|不到|最多|其中',
}

/** True where a word such as "about" or "at least" stands right before a place of a text. */
export function isApproximate(tag: string, text: string, at: number): boolean {
  const language = tag.split('-')[0] ?? ''
  const words = BEFORE[language]
  if (words === undefined) return false
  const edge = language === 'zh' ? '' : '(?<![\\p{L}])'
  const blank = language === 'zh' ? '' : ' (?:the |les |los |las |die |der |den )?'
  const pattern = new RegExp(`${edge}(?:${words.replaceAll('ı', 'i')})${blank}$`, 'u')
  return pattern.test(normalise(text.slice(Math.max(0, at - 30), at)))
}
