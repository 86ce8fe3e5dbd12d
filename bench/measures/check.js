// All rules over many drafts, on one core.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { body, writeDrafts } from '../drafts.js'
import { time } from '../processes.js'
import { ROOT } from '../tool.js'

const [CHECK, PARSE] = ['release check, the whole command', 'mdast-util-from-markdown alone, warm']

export const check = {
  title: 'Check: drafts of about 990 words',
  about:
    'For one draft, with the start of Node; on one core where `taskset` is there. A thousand may take ten seconds.',
  unit: 'ms',
  rounds: 5,
  releases: 1000,
  async prepare({ folder, releases }) {
    const drafts = join(folder, 'drafts')
    writeDrafts(drafts, releases)
    const config = join(ROOT, 'examples/release.config.yaml')
    const args = [join(ROOT, 'bin/release.js'), 'check', drafts, '--config', config, '--format', 'json']
    const onOneCore = spawnSync('taskset', ['--version']).status === 0 ? ['taskset', '-c', '0'] : []
    const [program, ...rest] = [...onOneCore, process.execPath, ...args]
    const bodies = Array.from({ length: releases }, (_, number) => body(number))
    const parse = () => {
      const began = performance.now()
      for (const one of bodies) fromMarkdown(one)
      return (performance.now() - began) / releases
    }
    parse()
    return {
      cases: { [CHECK]: async () => (await time(program, rest)) / releases, [PARSE]: parse },
      ratios: [
        { of: CHECK, most: 10 },
        { of: CHECK, over: PARSE },
      ],
    }
  },
}
