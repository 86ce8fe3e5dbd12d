// Bundles the command and the library into dist/. Bundled, a cold start reads one file instead of some 600.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { keepCompiled } from './keep-compiled.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** Stands in the bundle for its own digest, which manifests need to know one build of the tool from another. */
const PENDING = 'digest-of-this-bundle'

const options = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  // Half of a cold start is the compiling of this code. `--readable` keeps the names for a look at a stack.
  minify: !process.argv.includes('--readable'),
  platform: 'node',
  target: 'node20',
  metafile: true,
  write: false,
  logLevel: 'warning',
  legalComments: 'none',
  define: { BUNDLE: JSON.stringify(PENDING) },
  // pdf.js is 2 MB that only `verify` reads: a dependency, not a part of the bundle.
  external: ['unpdf'],
  // Would be silent without DEBUG, and would print embargoed text with it.
  alias: { debug: './src/browser/no-debug.ts' },
  plugins: [withoutUnusedEngines()],
}
// The command in one CommonJS file: Node reads, links and caches that in half the time of as many modules.
const command = {
  ...options,
  entryPoints: ['src/cli.ts'],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...options.define, 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
}
const library = {
  ...options,
  entryPoints: ['src/index.ts'],
  format: 'esm',
  splitting: true,
  // Packages written as CommonJS call `require` for Node's own modules.
  banner: {
    js: "import{createRequire as nodeCreateRequire}from'node:module';const require=nodeCreateRequire(import.meta.url);",
  },
}
// In memory first: a failed build leaves the last good one.
const built = await Promise.all([build(command), build(library)])
const outputFiles = built.flatMap((one) => one.outputFiles)
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
const digest = createHash('sha256')
for (const { contents } of outputFiles) digest.update(contents)
const bundle = digest.digest('hex').slice(0, PENDING.length)
for (const { path, text } of outputFiles) writeFileSync(path, text.replaceAll(PENDING, bundle))
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(built.map(({ metafile }) => metafile)))
keepCompiled()

if (process.argv.includes('--types')) {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
}

/**
 * gray-matter brings a YAML engine of its own, which nothing here may reach: it is not even shipped. Nor is
 * what Handlebars would write source maps with.
 */
function withoutUnusedEngines() {
  return {
    name: 'without-unused-engines',
    setup(bundler) {
      bundler.onResolve({ filter: /^(?:js-yaml|source-map)$/ }, ({ path }) => ({ path, namespace: 'unused' }))
      bundler.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
        contents:
          'const unused = () => { throw new Error("unused engine") }; export const safeLoad = unused, safeDump = unused',
      }))
    },
  }
}

/** The licence texts of everything that was bundled. */
function licences(metafiles) {
  const packages = new Map()
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
    if (folder !== undefined)
      packages.set(folder, JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')))
  }
  const parts = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([folder, { name, version, license }]) =>
        `${name} ${version} (${license})\n\n${licenceText(join(root, folder))}`,
    )
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}

function licenceText(folder) {
  for (const name of ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license.md']) {
    try {
      return readFileSync(join(folder, name), 'utf8').trim()
    } catch {
      // The next spelling.
    }
  }
  return 'No licence file in the package; see its registry page.'
}
