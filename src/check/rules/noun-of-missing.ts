import { replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

/** Words in -s that may stand behind "hundreds" without being what is counted. */
const NO_NOUN =
  'as|is|was|has|does|goes|says|this|its|his|hers|ours|theirs|yours|us|thus|plus|minus|versus|perhaps|always|sometimes|nowadays|besides|towards|afterwards|upwards|backwards|forwards|onwards|inwards|outwards|downwards|across|unless|whereas|overseas|outdoors|indoors|upstairs|downstairs|less|yes|alas|regardless|nonetheless|nevertheless|abreast'
// No noun ends so: "abreast of us", "less", "this".
const PATTERN = new RegExp(
  `(?<![\\p{L}-])([Hh]undreds|[Tt]housands|[Dd]ozens|[Mm]illions|[Bb]illions) (?!(?:${NO_NOUN})(?!\\p{L}))([a-z]{2,}[a-hj-rtv-z]s|people|women|men|children)(?![\\p{L}’'-])`,
  'gu',
)

/** "Hundreds organizations". */
export const nounOfMissing: Rule = {
  id: 'noun-of-missing',
  group: 'language',
  severity: 'warning',
  languages: ['en'],
  doc: 'Catches "hundreds", "thousands", "dozens", "millions" or "billions" with a plural noun right behind it and no "of".',
  source:
    'Garner’s Modern English Usage; Oxford English Dictionary, "hundred", "dozen": the plural takes "of".',
  bad: 'hundreds organizations',
  good: 'hundreds of organizations',
  skips: ['code', 'address', 'name'],
  *check({ passages }) {
    for (const passage of passages) {
      if (!/undreds |ousands |ozens |illions /.test(passage.text)) continue
      for (const { 0: written, 1: number = '', 2: noun = '', index } of passage.text.matchAll(PATTERN)) {
        const range = { start: index, end: index + written.length }
        yield {
          ...passage.spanOf(range.start, range.end),
          message: `"${written}": "of" is missing`,
          hint: `write "${number} of ${noun}"`,
          ...replacement(passage, range, `${number} of ${noun}`, true),
        }
      }
    }
  },
}
