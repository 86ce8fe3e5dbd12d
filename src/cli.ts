import { Command, CommanderError } from 'commander'
import { EXAMPLES } from './commands/examples.ts'
import type { Shell } from './commands/shell.ts'
import { shellOf } from './commands/shell.ts'
import { type ExitCode, machineFault, ReleaseError } from './finding.ts'
import { VERSION } from './version.ts'

/** The part of Node's `process` that the command uses; tests may give another. */
export type ProcessLike = Pick<
  NodeJS.Process,
  'env' | 'cwd' | 'stdin' | 'stdout' | 'stderr' | 'on' | 'off' | 'exit'
>

/**
 * Runs the command line and answers the exit code: 0 all well, 1 a draft failed, 2 wrong usage or
 * configuration, 3 the machine, 130 or 143 interrupted.
 */
export async function main(argv: readonly string[], process: ProcessLike): Promise<number> {
  const shell = shellOf(process)
  const program = createProgram(shell)
  try {
    await program.parseAsync(argv as string[])
  } catch (error) {
    shell.setExitCode(reportError(error, shell))
  }
  return shell.finish()
}

function reportError(error: unknown, shell: Shell): number {
  // Commander has said what it has to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const known = error instanceof ReleaseError ? error : machineFault(error)
  if (known) {
    shell.printError(known)
    return known.exitCode
  }
  shell.log(`This is a defect of release ${VERSION}. Please report it with the lines below.`)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  for (const line of stack.split('\n')) shell.log(`    | ${line}`)
  return 1 satisfies ExitCode
}

/** All commands with their options; each command's module is loaded only when it runs. */
export function createProgram(shell: Shell): Command {
  const program = new Command('release')
    .description('Turns a Markdown draft into a press release on a letterhead: HTML, PDF and plain text.')
    .version(VERSION, '--version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.out(text),
      writeErr: (text) => shell.err(text),
      outputError: (text) => reportUsage(text, shell),
    })
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES.program)

  const build = command(program, 'build', 'Build HTML, PDF and plain text of drafts', EXAMPLES.build)
    .argument(
      '[drafts...]',
      'files, folders, globs, or - for standard input; default: `drafts` of the configuration',
    )
    .option('-f, --format <list>', 'html, pdf, text, with commas (default: all three)')
    .option(
      '-o, --output <dir>',
      'folder for the outputs, or - for standard output (default: beside each draft)',
    )
    .option('--letterhead <name|dir>', 'letterhead, or the folder of one')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .option('--strict', 'warnings fail a draft too, and the outputs are looked at before they are written')
    .option('--year <YYYY>', 'issue recurring drafts (those with an occasion) for this year')
    .option('--years <from..to>', 'issue them for each of these years, e.g. 1993..2030')
    .option(
      '--now <instant>',
      'the moment that decides whether an embargo has passed, e.g. 2027-02-26T05:00Z',
    )
    .option('--force', 'build what has not changed, too')
    .option('--jobs <n>', 'how many drafts are worked on at once (default: the cores, at most 8)')
    .option('--shard <i/n>', 'build the i-th of n parts, e.g. 1/4; other machines build the rest')
    .option('--watch', 'build again what depends on a file when it changes, until Ctrl-C')
    .option('--dry-run', 'check everything and say what would be built, and why; write nothing')
    .option('--json', 'print a report as JSON instead of paths')
    .option('--browser <path>', 'Chrome, Chromium or Edge to print with (default: the embedded one)')
    .option('--no-sandbox', 'run the browser without its sandbox')
    .option('--timeout <seconds>', 'longest step of the browser (default: 30)')
  build.action(async (drafts, options) =>
    (await import('./commands/build.ts')).runBuild(drafts, options, shell),
  )

  command(program, 'verify', 'Hold outputs against their manifest and against each other', EXAMPLES.verify)
    .argument('<paths...>', 'folders of outputs, or files: .html, .pdf, .txt')
    .option('--json', 'print a report as JSON')
    .action(async (paths, options) => (await import('./commands/verify.ts')).runVerify(paths, options, shell))

  command(program, 'check', 'Say what is wrong with drafts, and mend what is safe to mend', EXAMPLES.check)
    .argument('[drafts...]', 'files, folders, globs, or -; default: `drafts` of the configuration')
    .option('--format <name>', 'pretty, json, github or sarif (default: pretty)')
    .option('--year <YYYY>', 'check recurring drafts as issued for this year')
    .option('--now <instant>', 'the moment that stands for now, e.g. 2027-02-26T05:00Z')
    .option('--fix', 'make the safe fixes in the drafts themselves')
    .option('--dry-run', 'with --fix: show what would change; write nothing')
    .option('--strict', 'warnings fail a draft too')
    .option('--rule <id=level>', 'off, info, warning or error; may be repeated', collect, [])
    .option('--max-warnings <n>', 'more warnings than this fail the check')
    .option('--online', 'ask whether links answer: the only thing that uses the network')
    .option('--explain <rule>', 'say what a rule catches, with an example')
    .option('--letterhead <name|dir>', 'letterhead, or the folder of one')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .action(async (drafts, options) => (await import('./commands/check.ts')).runCheck(drafts, options, shell))

  command(program, 'calendar', 'List the anniversaries that are due', EXAMPLES.calendar)
    .argument('[drafts...]', 'files, folders or globs; default: `drafts` of the configuration')
    .option('--year <YYYY>', 'a year from January to December (default: the next 12 months)')
    .option('--within <span>', 'from today on for so many days, weeks or months: 60d, 8w, 2m')
    .option('--now <instant>', 'the moment that "today" is asked for, e.g. 2027-02-26T05:00Z')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .option('--json', 'print JSON instead of a table')
    .option('--ics', 'print iCalendar, for the calendar of the house')
    .action(async (drafts, options) =>
      (await import('./commands/calendar.ts')).runCalendar(drafts, options, shell),
    )

  command(program, 'roll', 'Make another year of a release, or a recurring draft of it', EXAMPLES.roll)
    .argument('<draft>', 'draft of the last release')
    .option('--year <YYYY>', 'year of the new release')
    .option('--recurring', 'put expressions for what changes every year')
    .option('-o, --output <file>', 'new draft (default: the year in the name of the old one replaced)')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .option('--dry-run', 'show what would change; write nothing')
    .option('--json', 'print a report as JSON instead of a word diff')
    .action(async (draft, options) => (await import('./commands/roll.ts')).runRoll(draft, options, shell))

  const letterhead = program.command('letterhead').description('List, show or copy letterheads')
  letterhead.exitOverride().addHelpText('after', EXAMPLES.letterhead)
  command(letterhead, 'list', 'List the letterheads that drafts can name', EXAMPLES.list)
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .action(async (options) => (await import('./commands/letterhead.ts')).listCommand(options, shell))
  command(letterhead, 'show', 'Show what a letterhead holds and what its templates can print', EXAMPLES.show)
    .argument('<name>', 'letterhead, or the folder of one')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .action(async (name, options) =>
      (await import('./commands/letterhead.ts')).showCommand(name, options, shell),
    )
  command(letterhead, 'eject', 'Copy a letterhead into a folder of your own, to change it', EXAMPLES.eject)
    .argument('<name>', 'letterhead to copy')
    .argument('[dir]', 'new folder (default: ./<name>)')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .action(async (name, dir, options) =>
      (await import('./commands/letterhead.ts')).ejectCommand(name, dir, options, shell),
    )

  command(
    program,
    'doctor',
    'Say whether this machine can print PDFs, and the cure for what is wrong',
    EXAMPLES.doctor,
  )
    .option('--browser <path>', 'Chrome, Chromium or Edge to try')
    .option('--config <file>', 'configuration (default: release.config.yaml, looked for upwards)')
    .option('--no-sandbox', 'try it without its sandbox')
    .action(async (options) => (await import('./commands/doctor.ts')).runDoctor(options, shell))

  command(program, 'schema', 'Print a JSON Schema: for editors and CI', EXAMPLES.schema)
    .argument('<name>', 'draft, config, terms, quotes, letterhead, report or manifest')
    .action(async (name) => (await import('./commands/schema.ts')).runSchema(name, shell))

  command(program, 'completion', 'Print a completion script for a shell', EXAMPLES.completion)
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (name) => (await import('./commands/completion.ts')).runCompletion(name, program, shell))
  return program
}

/** Commander's words on wrong usage, told as every other error is: an argument may hold what it likes. */
function reportUsage(text: string, shell: Shell): void {
  const [, message = text, near] = /^error: ([\s\S]*?)(?:\n\(Did you mean (.*)\?\))?\n$/.exec(text) ?? []
  const hint = near === undefined ? {} : { hint: `did you mean "${near}"?` }
  shell.printError(new ReleaseError('usage', message, { ...hint, exitCode: 2 }))
}

/** Values of an option that may be repeated. */
function collect(value: string, values: readonly string[]): string[] {
  return [...values, value]
}

/** A command with the options that every command has. */
function command(parent: Command, name: string, description: string, example: string): Command {
  return parent
    .command(name)
    .description(description)
    .exitOverride()
    .configureOutput(parent.configureOutput())
    .showSuggestionAfterError()
    .option('-q, --quiet', 'print results and errors only')
    .option('-v, --verbose', 'say more of what happens')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .addHelpText('after', example)
}
