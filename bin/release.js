#!/usr/bin/env node
import { loadBundle } from './load-bundle.js'

process.exitCode = await loadBundle().exports.main(process.argv, process)
