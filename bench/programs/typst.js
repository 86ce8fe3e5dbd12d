// Compiles each file named to a PDF beside it, in one process with one compiler, as typst.ts does it.
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const compiler = NodeCompiler.create()
for (const file of process.argv.slice(2)) {
  const pdf = compiler.pdf({ mainFileContent: readFileSync(file, 'utf8') })
  if (!pdf) throw new Error(`${file} was not compiled`)
  writeFileSync(`${file}.pdf`, pdf)
  compiler.evictCache(10)
}
