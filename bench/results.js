// Results as Markdown: tables of figures and of ratios with their limits.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem, type } from 'node:os'
import { median, ratioOf } from './statistics.js'

/** What was measured on, and with which versions. */
export function describeMachine({ chromium, printer, peers }) {
  const [{ model }] = cpus()
  const lines = [
    `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}`,
    `Node ${process.version}, Chromium ${chromium} for everything but \`--print-to-pdf\`${printer ? `, which is Chromium ${printer} of the machine` : ''}`,
    peers.join(', '),
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}

/** The section of a measure. `figures` has a list for each case, or why there are none. */
export function section({ title, about, unit }, { figures, ratios, rounds, releases, command }) {
  const size = releases === undefined ? '' : `${releases.toLocaleString('en')} releases, `
  const rows = Object.entries(figures).map(([name, list]) => {
    if (!Array.isArray(list)) return `| ${name} | ${list} | |`
    return `| ${name} | ${figure(median(list))} | ${figure(Math.min(...list))} to ${figure(Math.max(...list))} |`
  })
  const comparisons = ratios.map((ratio) => {
    const value = ratioOf(ratio, figures)
    const name = ratio.over === undefined ? ratio.of : `${ratio.of} / ${ratio.over}`
    const limit = ratio.most === undefined ? '' : `≤ ${ratio.most}`
    return `| ${name} | ${value === undefined ? 'not measured' : figure(value)} | ${limit} | ${verdict(ratio, value)} |`
  })
  return `## ${title}

${about}

${new Date().toISOString().slice(0, 10)}, ${size}${rounds} rounds, load ${loadavg()[0]?.toFixed(1)} at the end: \`${command}\`.

| | median, ${unit} | range |
| --- | ---: | ---: |
${rows.join('\n')}

| | median of the rounds | limit | |
| --- | ---: | ---: | --- |
${comparisons.join('\n')}
`
}

const HEAD = `# Results of the benchmarks

Each round runs every case once, one after the other. A ratio is taken within each round; its median stands here.
`

/** Puts a section into the file of results, in place of an older one of the same measure. */
export function writeSection(file, machine, text) {
  const titleOf = (one) => one.slice(0, one.indexOf('\n'))
  const old = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : []
  const at = old.findIndex((one) => titleOf(one) === titleOf(text))
  const sections = at < 0 ? [...old, text] : old.with(at, text)
  writeFileSync(file, [HEAD, `${machine}\n`, ...sections.map((one) => `${one.trim()}\n`)].join('\n'))
}

function verdict({ most }, value) {
  if (most === undefined || value === undefined) return ''
  return value <= most ? 'holds' : '**missed**'
}

function figure(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3)
}
