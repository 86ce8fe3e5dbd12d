import manifest from '../package.json' with { type: 'json' }

/** Version of this tool. */
export const VERSION: string = manifest.version

/** Name and version, as outputs and reports carry them. */
export const TOOL = `release ${VERSION}`

/** Put in by the bundler: a digest of everything that was bundled. */
declare const BUNDLE: string | undefined

/** Name, version and build: another build may give other outputs, whatever its version says. */
export const TOOL_BUILD = `${TOOL} ${typeof BUNDLE === 'undefined' ? 'unbundled' : BUNDLE}`
