import type { Command } from 'commander'
import { usageError } from '../finding.ts'
import { SCHEMA_NAMES } from './schema.ts'
import type { Shell } from './shell.ts'

/** A command with its subcommands and options, as completion scripts need them. */
interface Words {
  /** `build`, `letterhead list`. */
  readonly path: string
  /** Subcommands, or the values of its argument where these are a few known words. */
  readonly commands: readonly string[]
  readonly options: readonly string[]
}

/** `release completion`: a script made from the commands themselves. */
export async function runCompletion(name: string, program: Command, shell: Shell): Promise<void> {
  const script = Object.hasOwn(SCRIPTS, name) ? SCRIPTS[name] : undefined
  if (!script) {
    throw usageError(`no completion for "${name}"`, `one of: ${Object.keys(SCRIPTS).join(', ')}`)
  }
  shell.out(script([...wordsOf(program, '')]))
}

const SCRIPTS: Readonly<Record<string, (words: readonly Words[]) => string>> = { bash, zsh, fish }

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  schema: SCHEMA_NAMES,
  completion: Object.keys(SCRIPTS),
}

function* wordsOf(command: Command, path: string): Generator<Words> {
  const options = command.options.flatMap((option) => (option.long ? [option.long] : []))
  const commands = ARGUMENTS[path] ?? command.commands.map((child) => child.name())
  yield { path, commands, options: [...options, '--help'] }
  for (const child of command.commands)
    yield* wordsOf(child, path === '' ? child.name() : `${path} ${child.name()}`)
}

function bash(words: readonly Words[]): string {
  const cases = words.map(
    ({ path, commands, options }) => `    "${path}") words=$'${[...commands, ...options].join('\\n')}' ;;`,
  )
  const paths = words.map(({ path }) => path).join(' | ')
  // Names are separated by line ends, so that a file name may hold spaces.
  return `_release() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) [[ " ${paths} " == *" \${path:+$path }$word "* ]] && path="\${path:+$path }$word" ;; esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _release release
`
}

function zsh(words: readonly Words[]): string {
  return `#compdef release
autoload -U +X bashcompinit && bashcompinit
${bash(words)}`
}

function fish(words: readonly Words[]): string {
  const lines = words.flatMap(({ path, commands, options }) => {
    const parts = path === '' ? [] : path.split(' ')
    const seen = parts.map((part) => `__fish_seen_subcommand_from ${part}`).join('; and ')
    const condition = seen === '' ? "-n '__fish_use_subcommand'" : `-n '${seen}'`
    return [
      ...commands.map((name) => `complete -c release ${condition} -a ${name}`),
      ...options.map((option) => `complete -c release ${condition} -l ${option.slice(2)}`),
    ]
  })
  return `${lines.join('\n')}\n`
}
