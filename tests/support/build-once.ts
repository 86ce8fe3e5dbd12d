import { execFileSync } from 'node:child_process'

/** Bundles the sources once before all tests, so that the real binary is the code under test. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' })
}
