#!/usr/bin/env node
import module from 'node:module'

// Node 22.8 and newer keep compiled code between runs; Node 20 cannot.
module.enableCompileCache?.()
const { main } = await import('../dist/cli.js')
process.exitCode = await main(process.argv, process)
