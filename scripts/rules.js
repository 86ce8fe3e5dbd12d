// Writes docs/rules.md from the rules themselves. `--check` only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ALL_RULES, BUILD_CARDS, cataloguePage } from '../dist/index.js'

const file = join(dirname(fileURLToPath(import.meta.url)), '../docs/rules.md')
const page = cataloguePage([...ALL_RULES, ...BUILD_CARDS])
if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) process.exitCode = 1
