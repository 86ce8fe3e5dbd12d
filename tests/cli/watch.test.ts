import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { groupsBelow, membersOf } from '../support/processes.ts'
import { draft, makeProject, type Project } from '../support/project.ts'
import { startWatch } from '../support/watching.ts'

const svg = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>\n`

const TEXT = ['-f', 'text'] as const

/** Three drafts, of which one has a picture. */
function threeDrafts(): Project {
  return makeProject({
    'd/a.md': draft(),
    'd/b.md': draft([], '![The bridge](../images/bridge.svg)\n'),
    'd/sub/c.md': draft(),
    'images/bridge.svg': svg(10),
    'release.config.yaml': 'formats: [html, text]\n',
  })
}

describe.each([
  ['into a folder', ['-o', 'out'], 'out'],
  ['beside the drafts', [], 'd'],
] as const)('%s', (_, output, place) => {
  test('a change builds what depends on it, and outputs build nothing', async () => {
    const project = threeDrafts()
    const watching = await startWatch(project, ['d', ...output])
    expect(await watching.rebuild()).toBe('3 built (new)')
    await watching.line(/^watching for changes/)

    project.write('d/a.md', draft([], 'The water falls.\n'))
    expect(await watching.rebuild()).toBe('built d/a.md (the draft has changed)')
    expect(project.read(`${place}/a.txt`)).toContain('The water falls.')

    project.write('images/bridge.svg', svg(20))
    expect(await watching.rebuild()).toBe('built d/b.md (an image has changed)')

    project.write('d/sub/new.md', draft())
    expect(await watching.rebuild()).toBe('built d/sub/new.md (new)')

    project.remove('d/a.md')
    expect(await watching.rebuild()).toBe('dropped d/a.md (the draft is gone)')

    project.write('d/sub/c.md', draft([], 'The last change.\n'))
    expect(await watching.rebuild()).toBe('built d/sub/c.md (the draft has changed)')

    const { exitCode, stdout } = await watching.stop()
    expect(exitCode).toBe(130)
    expect(watching.count()).toBe(6)
    // The picture's size stands in HTML only.
    const written = 'a.html a.txt b.html b.txt sub/c.html sub/c.txt a.html a.txt b.html '
    const after = 'sub/new.html sub/new.txt sub/c.html sub/c.txt'
    expect(stdout.split('\n')).toEqual(`${written}${after}`.split(' ').map((name) => `${place}/${name}`))
  })
})

test('a letterhead builds what is on it, wherever it changes, and a faulty one ends nothing', async () => {
  const project = makeProject({ 'a.md': draft(['letterhead: ours']), 'b.md': draft() })
  expect((await project.release(['letterhead', 'eject', 'mission', 'letterheads/ours'])).exitCode).toBe(0)
  project.write('release.config.yaml', 'letterheads: letterheads\n')
  const watching = await startWatch(project, ['.', '-o', 'out', ...TEXT])
  await watching.line(/^watching/)
  const partial = 'letterheads/ours/partials/contacts.txt.hbs'
  project.write(partial, `${project.read(partial)}Ring twice.\n`)
  expect(await watching.rebuild()).toBe('built a.md (the letterhead has changed)')
  expect(project.read('out/a.txt')).toContain('Ring twice.')

  const good = project.read(partial)
  project.write(partial, '{{nobody.knows.this}}')
  expect((await watching.line(/ failed a\.md in /)).before.join('\n')).toContain('nobody.knows.this')
  project.write(partial, good.replace('twice', 'thrice'))
  expect(await watching.rebuild()).toBe('built a.md (the letterhead has changed)')
  expect(project.read('out/a.txt')).toContain('Ring thrice.')
})

test('where drafts, letterhead and outputs share a folder, an output is no change of the letterhead', async () => {
  const project = makeProject({})
  expect((await project.release(['letterhead', 'eject', 'mission', 'all'])).exitCode).toBe(0)
  project.write('all/a.md', draft())
  const watching = await startWatch(project, ['all', '--letterhead', './all', '-f', 'html,text'])
  await watching.line(/^watching/)
  for (const words of ['One.', 'Two.', 'Three.']) {
    project.write('all/a.md', draft([], `${words}\n`))
    expect(await watching.rebuild()).toBe('built all/a.md (the draft has changed)')
  }
  await watching.stop()
  expect(watching.count()).toBe(4)
})

test('a configuration that appears, is faulty, is mended and goes is followed', async () => {
  const project = makeProject({ 'a.md': draft() })
  const watching = await startWatch(project, ['a.md', ...TEXT])
  await watching.line(/^watching/)

  project.write('release.config.yaml', 'output: out\n')
  expect(await watching.rebuild()).toBe('built a.md (new)')
  expect(project.read('out/a.txt')).toContain('Ruritania')

  project.write('release.config.yaml', 'outputs: out\n')
  const { before } = await watching.line(/ nothing was built; the next change tries again$/)
  expect(before.join('\n')).toContain('did you mean "output"?')

  project.write('release.config.yaml', 'output: other\n')
  expect(await watching.rebuild()).toBe('built a.md (new)')
  expect(project.files()).toContain('other/a.txt')

  project.write('a.md', draft([], 'Changed.\n'))
  expect(await watching.rebuild()).toBe('built a.md (the draft has changed)')
  project.remove('release.config.yaml')
  expect(await watching.rebuild()).toBe('built a.md (the draft has changed)')
  expect(project.read('a.txt')).toContain('Changed.')
})

test('a watch begins with a faulty configuration, and waits for its cure', async () => {
  const project = makeProject({ 'a.md': draft(), 'release.config.yaml': 'letterhead: theirs\n' })
  const watching = await startWatch(project, ['a.md', ...TEXT])
  const { before } = await watching.line(/ nothing was built/)
  expect(before.join('\n')).toContain('no letterhead "theirs"')
  await watching.line(/^watching/)
  project.write('release.config.yaml', 'letterhead: mission\n')
  expect(await watching.rebuild()).toBe('built a.md (new)')
})

test('an error is told with its place, and its cure builds the draft', async () => {
  const project = threeDrafts()
  const watching = await startWatch(project, ['d', '-o', 'out', ...TEXT])
  await watching.line(/^watching/)

  project.write('d/a.md', draft(['date: 2027-02-30']))
  const failed = await watching.line(/ failed d\/a\.md in /)
  expect(failed.before).toContain('d/a.md:3:7 error date-impossible: "2027-02-30" is not a calendar date')

  project.write('d/b.md', draft([], '![The dam](images/dam.svg)\n'))
  const both = await watching.line(/ 2 failed in /)
  // The other fault is told again with a change, but not where b.md was seen by a second look at a.md.
  expect(both.before.join('\n')).toContain('image-missing')

  // The folder of the picture is not there yet, either.
  project.write('d/images/dam.svg', svg(10))
  expect(await watching.rebuild()).toBe('1 failed, 1 built (an image has changed)')

  project.write('d/a.md', draft([], 'Mended.\n'))
  expect(await watching.rebuild()).toBe('built d/a.md (the draft has changed)')
  expect(project.read('out/a.txt')).toContain('Mended.')
})

test('a save by rename, a draft that goes and comes back, and one in a new folder are noticed', async () => {
  const project = makeProject({ 'a.md': draft(), 'd/b.md': draft() })
  const watching = await startWatch(project, ['a.md', 'd/*.md', 'later/c.md', '-o', 'out', ...TEXT])
  await watching.line(/^watching/)
  for (const words of ['One.', 'Two.']) {
    project.write('.a.md.swp', draft([], `${words}\n`))
    renameSync(join(project.folder, '.a.md.swp'), join(project.folder, 'a.md'))
    expect(await watching.rebuild()).toBe('1 failed, 1 built (the draft has changed)')
    expect(project.read('out/a.txt')).toContain(words)
  }
  project.write('later/c.md', draft())
  expect(await watching.rebuild()).toBe('built later/c.md (new)')
  project.remove('a.md')
  expect((await watching.line(/ failed a\.md in /)).before.join()).toContain('there is no such file')
  project.write('a.md', draft([], 'Three.\n'))
  expect(await watching.rebuild()).toBe('built a.md (new)')
  project.remove('d/b.md')
  expect((await watching.line(/ nothing was built/)).before.join()).toContain('no drafts in "d/*.md"')
  project.write('d/new.md', draft())
  expect(await watching.rebuild()).toBe('1 built, 1 dropped (new)')
})

test('a storm of 1,000 saves ends in few builds, of which the last has the last words', async () => {
  const project = threeDrafts()
  const watching = await startWatch(project, ['d', '-o', 'out', ...TEXT])
  await watching.line(/^watching/)
  for (let i = 1; i <= 1000; i++) project.write(`d/${i % 2 ? 'a' : 'sub/c'}.md`, draft([], `Save ${i}.\n`))
  while (!project.read('out/sub/c.txt').includes('Save 1000.')) await watching.rebuild()
  expect(project.read('out/a.txt')).toContain('Save 999.')
  project.write('d/a.md', draft([], 'After the storm.\n'))
  while (!project.read('out/a.txt').includes('After the storm.')) await watching.rebuild()
  expect(watching.count()).toBeLessThan(12)
})

test('one browser prints for all builds, and another one when it is gone', async () => {
  const project = makeProject({ 'a.md': draft() })
  const watching = await startWatch(project, ['a.md', '-f', 'pdf'])
  await watching.line(/^watching/)
  const groups = groupsBelow(watching.pid)
  expect(groups).toHaveLength(1)
  project.write('a.md', draft([], 'Once more.\n'))
  expect(await watching.rebuild()).toBe('built a.md (the draft has changed)')
  expect(groupsBelow(watching.pid)).toEqual(groups)

  process.kill(-(groups[0] as number), 'SIGKILL')
  project.write('a.md', draft([], 'And once more.\n'))
  expect(await watching.rebuild()).toBe('built a.md (the draft has changed)')
  const others = groupsBelow(watching.pid)
  expect(others).not.toEqual(groups)
  expect((await watching.stop('SIGTERM')).exitCode).toBe(143)
  expect(membersOf([...groups, ...others])).toEqual([])
})

test('--force builds everything once, and --quiet tells errors only', async () => {
  const project = threeDrafts()
  await project.release(['build', 'd', '-o', 'out', ...TEXT])
  const watching = await startWatch(project, ['d', '-o', 'out', '--force', ...TEXT])
  expect(await watching.rebuild()).toBe('3 built (--force)')
  await watching.line(/^watching/)
  project.write('d/a.md', draft([], 'Changed.\n'))
  expect(await watching.rebuild()).toBe('built d/a.md (the draft has changed)')
  await watching.stop()

  const quiet = await startWatch(project, ['d', '-o', 'out', '--quiet', '--strict', ...TEXT])
  project.write('d/b.md', draft(['mood: calm']))
  const { before } = await quiet.line(/front-matter-unknown-key/)
  expect(before).toEqual([])
})

test.each([
  [['-o', '-', '-f', 'text'], '-o -', 'leave out -o, or name a folder'],
  [['--json'], '--json', 'the paths that are written go to standard output'],
  [['--dry-run'], '--dry-run', 'leave out one of them'],
])('--watch with %j is refused', async (args, name, cure) => {
  const project = makeProject({ 'a.md': draft() })
  const { exitCode, stdout, stderr } = await project.release(['build', 'a.md', '--watch', ...args])
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(`error usage: --watch does not go with ${name}\n    hint: `)
  expect(stderr).toContain(cure)
})

test('standard input, no draft and a wrong option end a watch before it begins', async () => {
  const project = makeProject()
  for (const [args, message] of [
    [['-'], 'standard input cannot be watched'],
    [[], 'no drafts named'],
    [['a.md', '--jobs', '0'], 'is no value for --jobs'],
  ] as const) {
    const { exitCode, stderr } = await project.release(['build', ...args, '--watch'], { input: '' })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  }
})
