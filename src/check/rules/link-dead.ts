import { addressesOf } from '../addresses.ts'
import type { Rule } from '../rule.ts'

const HINT = 'open it in a browser; write the address that is meant, or take the link out'

/** An address that readers cannot open; asked only with --online. */
export const linkDead: Rule = {
  id: 'link-dead',
  group: 'form',
  severity: 'warning',
  needs: 'answers',
  doc: 'Catches links that readers cannot open: no such page or host, a certificate that is not valid, a page behind a sign-in. It runs with `--online` only, and what is not certain (a refusal, a fault of the server, no answer) is `info`.',
  source: 'RFC 9110, 15.5 (404, 410); Business Wire, common errors in press releases: links.',
  bad: '[the declaration](https://ruritania.example/gone), which answers 404',
  good: '[the declaration](https://ruritania.example/declaration)',
  *check(context) {
    for (const { start, end, url } of addressesOf(context)) {
      const answer = context.surroundings.answers?.get(url)
      if (answer === undefined || answer.state === 'alive') continue
      const message = `the address "${url}" ${answer.reason}`
      yield { start, end, message, hint: HINT, ...(answer.state === 'unsure' ? { severity: 'info' } : {}) }
    }
  },
}
