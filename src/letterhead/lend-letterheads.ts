import type { Config } from '../config.ts'
import type { Draft } from '../draft/draft.ts'
import { ReleaseError } from '../finding.ts'
import { findLetterhead, type KnownLetterhead } from './find-letterhead.ts'
import type { Letterhead } from './letterhead.ts'

/** Letterheads of a run, each loaded once. */
export interface LentLetterheads {
  /** The letterhead of a draft. Throws `letterhead-unknown` at its key, or `letterhead-invalid`. */
  lend(draft: Pick<Draft, 'path' | 'fields' | 'placeOf'>): Promise<Letterhead>
  /** Finds the letterhead for the name in a draft, without loading it. Throws `letterhead-unknown`. */
  find(name: string | undefined): Promise<KnownLetterhead>
  /** Loads a letterhead that was found, or gives it again. Throws `letterhead-invalid`. */
  load(known: KnownLetterhead): Promise<Letterhead>
  /**
   * Loads the letterhead that a flag or the configuration names, unless it is known to be good. Throws with exit
   * code 2 where it cannot.
   */
  checkDefault(isGood?: (known: KnownLetterhead) => boolean): Promise<void>
}

/** A draft's own letterhead < the configuration's < the flag's; default `mission`. */
export function lendLetterheads(config: Config): LentLetterheads {
  const found = new Map<string, Promise<KnownLetterhead>>()
  const loaded = new Map<string, Promise<Letterhead>>()
  const chosen = config.letterheadFlag ?? config.letterheadDefault
  const from = config.letterheadFlag === undefined ? (config.configFolder ?? config.cwd) : config.cwd
  const find = (own: string | undefined): Promise<KnownLetterhead> => {
    const name = chosen ?? own ?? 'mission'
    const present = found.get(name)
    if (present) return present
    const fresh = findLetterhead(name, config.letterheads, chosen === undefined ? config.cwd : from)
    found.set(name, fresh)
    return fresh
  }
  const load = (known: KnownLetterhead): Promise<Letterhead> => {
    const present = loaded.get(known.folder)
    if (present) return present
    // Where nothing has changed, no letterhead is loaded.
    const fresh = import('./load-letterhead.ts').then((module) => module.loadLetterhead(known, config.cwd))
    loaded.set(known.folder, fresh)
    return fresh
  }
  return {
    find,
    load,
    async lend(draft) {
      if (chosen !== undefined) return load(await find(undefined))
      try {
        return await load(await find(draft.fields.letterhead))
      } catch (error) {
        if (!(error instanceof ReleaseError) || error.rule !== 'letterhead-unknown') throw error
        const { rule, message, hint } = error
        const place = draft.placeOf(['letterhead'])
        const finding = {
          severity: 'error',
          rule,
          message,
          ...(hint ? { hint } : {}),
          path: draft.path,
          ...place,
        } as const
        throw new ReleaseError(rule, message, { findings: [finding], cause: error })
      }
    },
    async checkDefault(isGood) {
      if (chosen === undefined) return
      const check = async () => {
        const known = await find(undefined)
        if (!isGood?.(known)) await load(known)
      }
      await check().catch((error: unknown) => {
        if (!(error instanceof ReleaseError)) throw error
        const { rule, message, hint, findings } = error
        throw new ReleaseError(rule, message, {
          ...(hint ? { hint } : {}),
          exitCode: 2,
          findings,
          cause: error,
        })
      })
    },
  }
}
