// The tool that is measured, and the Chromium that it prints with.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** The folder of the project. */
export const ROOT = resolve(import.meta.dirname, '..')

/** The arguments for Node that build these drafts into a folder. */
export function releaseArgs(drafts, output, ...more) {
  const config = join(ROOT, 'examples/release.config.yaml')
  return [
    join(ROOT, 'bin/release.js'),
    'build',
    ...[drafts].flat(),
    '-o',
    output,
    '--config',
    config,
    '--quiet',
    ...more,
  ]
}

/**
 * The tool's own `findBrowsers`, `startBrowser` and `PDF_OPTIONS`: everything here prints with the same browser, and
 * the floor with the same flags. Bundled below node_modules, where the package of the browser is found from.
 */
export async function browserModule() {
  const folder = join(ROOT, 'node_modules/.cache/bench')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'browser.mjs')
  await build({
    stdin: {
      contents: `export { findBrowsers } from './src/browser/find-browser.ts'
        export { PDF_OPTIONS } from './src/browser/print-page.ts'
        export { startBrowser } from './src/browser/start-browser.ts'
        export { fontconfigFile } from './src/browser/browser-flags.ts'`,
      resolveDir: ROOT,
    },
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { debug: './src/browser/no-debug.ts' },
    outfile,
    banner: {
      js: "import{createRequire as nodeCreateRequire}from'node:module';const require=nodeCreateRequire(import.meta.url);",
    },
  })
  return import(pathToFileURL(outfile))
}
