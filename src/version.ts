import manifest from '../package.json' with { type: 'json' }

/** Version of this tool. */
export const VERSION: string = manifest.version

/** Name and version, as outputs and reports carry them. */
export const TOOL = `release ${VERSION}`
