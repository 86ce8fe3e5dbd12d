// Runs programs, and measures the memory of one with all that it has started.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const HALF_AN_HOUR = 1_800_000

/** Runs a program to its end and answers what it printed. Throws where it fails, with what it said. */
export function run(program, args, options) {
  return start(program, args, options).ended
}

/** Runs a program to its end and answers its milliseconds. */
export async function time(program, args, options) {
  const began = performance.now()
  await run(program, args, options)
  return performance.now() - began
}

/** Runs a program and answers the largest memory of itself and of its descendants together, in MB. */
export async function peakMemory(program, args) {
  const { pid, ended } = start(program, args)
  const peak = { itself: 0, descendants: 0 }
  const timer = setInterval(() => {
    peak.itself = Math.max(peak.itself, proportionalSize(pid))
    const all = descendants(pid).reduce((sum, child) => sum + proportionalSize(child), 0)
    peak.descendants = Math.max(peak.descendants, all)
  }, 200)
  await ended.finally(() => clearInterval(timer))
  return peak
}

function start(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: HALF_AN_HOUR, ...options })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    err += text
  })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(out)
      else
        reject(new Error(`${program} ${args.slice(0, 4).join(' ')} ended with ${code}: ${err.slice(-2000)}`))
    })
  })
  return { pid: child.pid, ended }
}

/** The share of physical memory (PSS) of a process, in MB; 0 where it is gone. */
function proportionalSize(pid) {
  try {
    return (
      Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
    )
  } catch {
    return 0
  }
}

function descendants(pid) {
  const children = new Map()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const below = (one) => (children.get(one) ?? []).flatMap((child) => [child, ...below(child)])
  return below(pid)
}

function parentOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}
