/** What an address has answered. */
export interface LinkAnswer {
  /** `dead`: readers cannot open it; `unsure`: it has not said whether they can. */
  readonly state: 'alive' | 'dead' | 'unsure'
  /** Continues the sentence "the address … "; empty where it is alive. */
  readonly reason: string
}

/** What was found out beside the draft, on the disk and on the network, before the rules look at it. */
export interface Surroundings {
  /** Files of `attachments` that are not there, with a hint to one of nearly the same name. */
  readonly missingFiles: ReadonlyMap<string, string | undefined>
  /** What addresses have answered; `undefined` where none was asked. */
  readonly answers: ReadonlyMap<string, LinkAnswer> | undefined
}

/** Nothing was looked for. */
export const UNSEEN: Surroundings = { missingFiles: new Map(), answers: undefined }
