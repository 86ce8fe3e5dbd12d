import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { expect, test } from 'vitest'
import { draft, makeProject, type Project } from '../support/project.ts'

const build = (project: Project, output: string) =>
  project.release(['build', 'draft.md', '-f', 'html,text', '-o', output, '--json'])

async function expectWriteFailed(project: Project, output: string, reason: string): Promise<void> {
  const run = await build(project, output)
  expect(run.exitCode).toBe(3)
  const [release] = JSON.parse(run.stdout).releases
  expect(release).toMatchObject({ status: 'failed', findings: [{ rule: 'write-failed' }] })
  expect(release.findings[0].message).toContain(reason)
  expect(release.findings[0].message).toContain(output)
  expect(run.stderr).not.toMatch(/^\s+at /m)
  expect(project.files().filter((file) => file.endsWith('.tmp'))).toEqual([])
}

test('an output folder that is a file: exit 3', async () => {
  const project = makeProject({ 'draft.md': draft(), out: 'a file' })
  await expectWriteFailed(project, 'out', 'a part of the path is a file')
  await expectWriteFailed(project, 'out/below', 'a part of the path is a file')
  expect(project.read('out')).toBe('a file')
})

test('an output that is a folder: exit 3', async () => {
  const project = makeProject({ 'draft.md': draft() })
  mkdirSync(join(project.folder, 'out/draft.html'), { recursive: true })
  await expectWriteFailed(project, 'out', 'there is a folder of that name')
})

test('a folder name that no file system takes: exit 3', async () => {
  await expectWriteFailed(makeProject({ 'draft.md': draft() }), 'x'.repeat(256), 'the name is too long')
})

test('a folder that cannot be written: exit 3, and for root one of the kernel', async () => {
  const project = makeProject({ 'draft.md': draft() })
  if (process.getuid?.() === 0) {
    // Nobody makes files in /proc, whatever the rights.
    await expectWriteFailed(project, '/proc/self', 'cannot write')
  } else {
    mkdirSync(join(project.folder, 'out'))
    chmodSync(join(project.folder, 'out'), 0o500)
    await expectWriteFailed(project, 'out', 'no permission')
  }
})

test('a full disk: exit 3, the old output is kept and no temporary file stays', async () => {
  const project = makeProject({ 'draft.md': draft() })
  const body = `release build draft.md -f html,text -o full --json > report.json; code=$?
    find full -type f -printf '%f\\n'; cat full/draft.html; exit $code`
  const mounted = `mount -t tmpfs -o size=16k tmpfs full && echo OLD > full/draft.html && { ${body}\n}`
  project.write('full/.keep', '')
  // A user namespace where we are no root; a file-size limit is the same fault where neither is allowed.
  const probe = execaSync('unshare', ['-rm', 'true'], { reject: false })
  const line =
    probe.exitCode === 0
      ? `export -f release; unshare -rm bash -c '${mounted.replaceAll("'", `'\\''`)}'`
      : `ulimit -f 8; echo OLD > full/draft.html; ${body}`
  const run = await project.shell(line)
  expect(run.exitCode).toBe(3)
  expect(run.stdout.split('\n').filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect(run.stdout).toMatch(/^OLD$/m)
  const [release] = JSON.parse(project.read('report.json')).releases
  expect(release.findings[0]).toMatchObject({ rule: 'write-failed', severity: 'error' })
})

test('a linked folder that leads out of the output folder is refused, a linked file is replaced', async () => {
  const project = makeProject({ 'drafts/sub/draft.md': draft(), 'outside/precious.txt': 'precious' })
  mkdirSync(join(project.folder, 'out'))
  symlinkSync(join(project.folder, 'outside'), join(project.folder, 'out/sub'))
  const run = await project.release(['build', 'drafts', '-f', 'text', '-o', 'out'])
  expect(run).toMatchObject({ exitCode: 3, stdout: '' })
  expect(run.stderr).toContain('leads out of the output folder')
  mkdirSync(join(project.folder, 'flat'))
  symlinkSync(join(project.folder, 'outside/precious.txt'), join(project.folder, 'flat/draft.txt'))
  const flat = await project.release(['build', 'drafts/sub/draft.md', '-f', 'text', '-o', 'flat'])
  expect(flat).toMatchObject({ exitCode: 0, stdout: 'flat/draft.txt\n' })
  expect(project.read('outside/precious.txt')).toBe('precious')
})

const UTF16 = Buffer.from(`\ufeff${draft()}`, 'utf16le')

test.each([
  ['missing', () => {}, 'there is no such file'],
  ['a pipe', (file: string) => execaSync('mkfifo', [file]), 'not a regular file'],
  ['a link to a device', (file: string) => symlinkSync('/dev/zero', file), 'leads out of the project folder'],
  ['a link to nothing', (file: string) => symlinkSync('nowhere', file), 'there is no such file'],
  ['a link to itself', (file: string) => symlinkSync(file, file), 'cannot be read (ELOOP)'],
])('a draft that is %s fails at once, and the others are built', async (_, make, message) => {
  const project = makeProject({ 'good.md': draft() })
  make(join(project.folder, 'odd.md'))
  const run = await project.release(['build', 'odd.md', 'good.md', '-f', 'text'])
  expect(run).toMatchObject({ exitCode: 1, stdout: 'good.txt\n' })
  expect(run.stderr).toContain('odd.md:1:1 error draft-unreadable: ')
  expect(run.stderr).toContain(message)
})

test.each([
  ['empty', '', 'draft-empty', 'empty'],
  ['white space', ' \n\n', 'draft-empty', 'empty'],
  ['front matter only', draft([], ''), 'draft-empty', 'no text below'],
  ['body only', 'Just a body.\n', 'front-matter', '---'],
  ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', 'encoding', 'a PDF file'],
  ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa]), 'encoding', 'a PNG image'],
  ['UTF-16', UTF16, 'encoding', 'UTF-16'],
  ['UTF-16 without mark', UTF16.subarray(2), 'encoding', 'UTF-16'],
  ['Latin-1', Buffer.from(draft([], 'Ü\n'), 'latin1'), 'encoding', 'byte 0xdc at offset'],
  ['a NUL', draft([], 'a\0b\n'), 'encoding', 'byte 0 at offset'],
])(
  'a draft that is %s is refused with a reason, and the others are built',
  async (_, source, rule, message) => {
    const project = makeProject({ 'odd.md': source, 'good.md': draft() })
    const run = await project.release(['build', 'odd.md', 'good.md', '-f', 'text'])
    expect(run).toMatchObject({ exitCode: 1, stdout: 'good.txt\n' })
    expect(run.stderr).toContain(`error ${rule}`)
    expect(run.stderr).toContain(message)
    expect(run.stderr).not.toMatch(/[^\n -\u{10ffff}]/u)
  },
)

test('byte order marks and line ends of other systems change no byte of the output', async () => {
  const text = draft([], 'One line\nand another.\n\nEnd.\n')
  const project = makeProject({
    'lf/x.md': text,
    'crlf/x.md': text.replaceAll('\n', '\r\n'),
    'cr/x.md': text.replaceAll('\n', '\r'),
    'bom/x.md': `\ufeff\ufeff${text}`,
  })
  await project.release(['build', 'lf', 'crlf', 'cr', 'bom', '-f', 'html,text'])
  for (const kind of ['crlf', 'cr', 'bom']) {
    expect(project.read(`${kind}/x.html`), kind).toBe(project.read('lf/x.html'))
    expect(project.read(`${kind}/x.txt`), kind).toBe(project.read('lf/x.txt'))
  }
})

test('a draft of 3 MB, or of 300 GB, is refused unread', async () => {
  const project = makeProject({ 'big.md': draft([], 'x '.repeat(1_500_000)), 'huge.md': '' })
  truncateSync(join(project.folder, 'huge.md'), 300e9)
  const run = await project.release(['build', 'big.md', 'huge.md'])
  expect(run).toMatchObject({ exitCode: 1, stdout: '' })
  expect(run.stderr.match(/draft-too-large/g)).toHaveLength(2)
  expect(run.stderr.length).toBeLessThan(2000)
})

test('a draft without right to read: told as such, except to root', async () => {
  const project = makeProject({ 'draft.md': draft() })
  chmodSync(join(project.folder, 'draft.md'), 0)
  const run = await project.release(['build', 'draft.md', '-f', 'text'])
  if (process.getuid?.() === 0) expect(run.exitCode).toBe(0)
  else expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('cannot be read (EACCES)') })
})
