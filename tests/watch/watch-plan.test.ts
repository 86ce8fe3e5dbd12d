import { expect, test } from 'vitest'
import { isEntered, isInput, type WatchPlan } from '../../src/watch/watch-plan.ts'

const plan: WatchPlan = {
  drafts: ['/p/drafts'],
  letterheads: ['/p/letterheads'],
  files: ['/p/images/.photo.png', '/p/named.md', '/p/release.config.yaml'],
}

test.each([
  ['/p/drafts/a.md', true],
  ['/p/drafts/2027/a.md', true],
  ['/p/drafts/a.html', false],
  ['/p/drafts/a.pdf', false],
  ['/p/drafts/a.txt', false],
  ['/p/drafts/.a.md.swp', false],
  ['/p/drafts/.#a.md', false],
  ['/p/drafts/a.md~', false],
  ['/p/drafts/.release-0123abcd-1-0123456789ab.tmp', false],
  ['/p/drafts/node_modules/x/README.md', false],
  ['/p/drafts/.git/a.md', false],
  ['/p/drafts-of-others/a.md', false],
  ['/p/named.md', true],
  ['/p/other.md', false],
  ['/p/images/.photo.png', true],
  ['/p/images/other.png', false],
  ['/p/release.config.yaml', true],
  ['/p/letterheads/ours/partials/masthead.html.hbs', true],
  ['/p/letterheads/ours/fonts/house.woff2', true],
  ['/p/letterheads/ours/.release.state.json', false],
  ['/p/letterheads/ours/release.manifest.json', false],
  ['/p/letterheads/ours/release.manifest.1-of-4.json', false],
])('%s is an input: %s', (path, isOne) => {
  expect(isInput(plan, path)).toBe(isOne)
})

test.each([
  ['/', true],
  ['/p', true],
  ['/p/images', true],
  ['/p/drafts/2027', true],
  ['/p/drafts/node_modules', false],
  ['/p/out', false],
  ['/q', false],
])('%s is looked into: %s', (path, isOne) => {
  expect(isEntered(plan, path)).toBe(isOne)
})
