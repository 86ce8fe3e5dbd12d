/** What `--help` shows below the options of each command. */
export const EXAMPLES = {
  program: `
Examples:
  release build draft.md                  draft.html, draft.pdf and draft.txt beside the draft
  release build drafts/ -o out            every draft of a folder
  release letterhead eject mission ours   a letterhead of your own to start from
  release doctor                          can this machine print PDFs?`,
  build: `
Examples:
  release build draft.md
  release build drafts/ -o out --json > report.json
  release build flood.md --year 2027      a recurring draft (with occasion), issued for 2027
  release build draft.md -f text -o -     the plain text to standard output
  release build drafts/ -o out --watch    builds at every save
  cat draft.md | release build - -f html -o out

Exit codes: 0 all well, 1 a draft failed, 2 wrong usage or configuration, 3 the machine (no browser, disk full),
130 or 143 interrupted.`,
  verify: `
Examples:
  release verify out
  release verify flood.html flood.pdf flood.txt
  release verify out --json > verification.json

The rules on outputs (docs/rules.md) have the levels of release.config.yaml.

Exit codes: 0 nothing differs, 1 something does, 2 there is nothing to verify, or the configuration is faulty.`,
  check: `
Examples:
  release check draft.md
  release check drafts/ --strict --format github
  release check draft.md --fix --dry-run        what the safe fixes would change
  release check drafts/ --online                links that answer no more; nothing else uses the network
  release check --explain weekday-mismatch

Exit codes: 0 no errors, 1 errors (or warnings, with --strict or over --max-warnings), 2 wrong usage, 3 the machine.`,
  calendar: `
Examples:
  release calendar drafts/                    the next 12 months
  release calendar drafts/ --within 60d
  release calendar drafts/ --year 2030 --ics > anniversaries.ics

A star marks round years. "Today" is that of \`timezone\` in the configuration, else of UTC.`,
  roll: `
Examples:
  release roll flood-2027.md --year 2028          flood-2028.md, with a word diff and what is left to you
  release roll flood-2027.md --recurring -o flood.md
  release roll flood-2027.md --year 2028 --dry-run`,
  letterhead: `
Examples:
  release letterhead list
  release letterhead show mission
  release letterhead eject mission letterheads/ours`,
  list: `
Example:
  release letterhead list`,
  show: `
Example:
  release letterhead show mission`,
  eject: `
Examples:
  release letterhead eject mission letterheads/ours
  release build draft.md --letterhead ./letterheads/ours`,
  doctor: `
Example:
  release doctor`,
  schema: `
Example:
  release schema draft > draft.schema.json`,
  completion: `
Example:
  release completion bash > ~/.local/share/bash-completion/completions/release`,
} as const
