import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { VERSION } from '../../src/version.ts'

const ROOT = join(import.meta.dirname, '../..')
const flipped = (bytes: Buffer) => Buffer.from(bytes).fill((bytes.at(5000) ?? 0) ^ 1, 5000, 5001)

test.each<[string, (bundle: string, compiled: string) => string]>([
  ['as it was built', () => VERSION],
  [
    'damaged',
    (_, compiled) => {
      writeFileSync(compiled, flipped(readFileSync(compiled)))
      return VERSION
    },
  ],
  [
    'cut off',
    (_, compiled) => {
      writeFileSync(compiled, readFileSync(compiled).subarray(0, 20))
      return VERSION
    },
  ],
  [
    'of another bundle of the same length',
    (bundle) => {
      const other = VERSION.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`)
      writeFileSync(bundle, readFileSync(bundle, 'utf8').replaceAll(`"${VERSION}"`, `"${other}"`))
      return other
    },
  ],
])('the command runs what its bundle says where the compiled code beside it is %s', async (_, change) => {
  const folder = mkdtempSync(join(tmpdir(), 'release-compiled-test-'))
  try {
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    const [bundle, compiled] = [join(folder, 'dist/cli.cjs'), join(folder, 'dist/cli.cjs.compiled')]
    const version = change(bundle, compiled)
    const run = await execa(process.execPath, [join(folder, 'bin/release.js'), '--version'])
    expect(run).toMatchObject({ stdout: version, stderr: '' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
