import type { Config } from '../config.ts'
import type { Draft } from '../draft/draft.ts'
import { ReleaseError } from '../finding.ts'
import { findLetterhead } from './find-letterhead.ts'
import type { Letterhead } from './letterhead.ts'
import { loadLetterhead } from './load-letterhead.ts'

/** Letterheads of a run, each loaded once. */
export interface LentLetterheads {
  /** The letterhead of a draft. Throws `letterhead-unknown` at its key, or `letterhead-invalid`. */
  lend(draft: Pick<Draft, 'path' | 'fields' | 'placeOf'>): Promise<Letterhead>
  /** Loads the letterhead that a flag or the configuration names. Throws with exit code 2 where it cannot. */
  checkDefault(): Promise<void>
}

/** A draft's own letterhead < the configuration's < the flag's; default `mission`. */
export function lendLetterheads(config: Config): LentLetterheads {
  const loaded = new Map<string, Promise<Letterhead>>()
  const load = (name: string, from: string): Promise<Letterhead> => {
    const present = loaded.get(name)
    if (present) return present
    const fresh = findLetterhead(name, config.letterheads, from).then((known) =>
      loadLetterhead(known, config.cwd),
    )
    loaded.set(name, fresh)
    return fresh
  }
  const chosen = config.letterheadFlag ?? config.letterheadDefault
  const from = config.letterheadFlag === undefined ? (config.configFolder ?? config.cwd) : config.cwd
  return {
    async lend(draft) {
      if (chosen !== undefined) return load(chosen, from)
      try {
        return await load(draft.fields.letterhead ?? 'mission', config.cwd)
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
    async checkDefault() {
      if (chosen === undefined) return
      await load(chosen, from).catch((error: unknown) => {
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
