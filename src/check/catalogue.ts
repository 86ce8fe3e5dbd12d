import { GROUPS, type RuleCard } from './rule.ts'

const TITLES = {
  facts: 'Facts',
  language: 'Language',
  form: 'Form',
  output: 'Outputs',
  build: 'Build',
} as const

/** Who runs the rules of a group, where it is not `release check`. */
const NOTES = {
  output:
    'Rules on what was built: `release verify` and `release build --strict` run them. Levels of the configuration hold for both; `check: {allow: …}` of a draft holds for its build.\n',
  build:
    'What every build says, and every check: what is missing from a release, or why there is none, and what is wrong with exceptions. A project sets no level of these, and no draft allows them.\n',
} as const

/** What `--explain` prints of a rule. */
export function explain(rule: RuleCard): string {
  return [
    `${rule.id}  (${rule.severity}, ${TITLES[rule.group].toLowerCase()})`,
    rule.doc,
    `languages: ${rule.languages?.join(', ') ?? 'all'}`,
    `source: ${rule.source}`,
    `bad:  ${rule.bad}`,
    `good: ${rule.good}`,
    '',
  ].join('\n')
}

/** The page docs/rules.md. */
export function cataloguePage(rules: readonly RuleCard[]): string {
  const groups = GROUPS.flatMap((group) => {
    const own = rules.filter((rule) => rule.group === group)
    return own.length === 0
      ? []
      : [
          `## ${TITLES[group]}\n`,
          ...(group === 'output' || group === 'build' ? [NOTES[group]] : []),
          ...own.map(section),
        ]
  })
  return [
    '# Rules of `release check`\n',
    'Made from the rules by `npm run rules`; do not edit.\n',
    ...groups,
  ].join('\n')
}

function section({ id, severity, languages, doc, source, bad, good, isOfSet }: RuleCard): string {
  return `### ${id}

${doc}

* level: \`${severity}\`; languages: ${languages?.join(', ') ?? 'all'}${isOfSet ? '; compares the drafts of a run' : ''}
* bad: \`\` ${bad} \`\`
* good: \`\` ${good} \`\`
* source: ${source}
`
}
