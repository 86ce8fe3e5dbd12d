import type { Level, RuleCard } from './rule.ts'

const CONTRACT = 'What a build cannot do, or leaves out of a release, it says.'

function card(
  id: string,
  severity: Level,
  doc: string,
  bad: string,
  good: string,
  source = CONTRACT,
): RuleCard {
  return { id, group: 'build', severity, doc, source, bad, good }
}

const LIMITS = 'Limits of the configuration: a draft may come from a stranger.'
const UNTRUSTED =
  'A draft may come from a stranger: nothing of it runs, is fetched, or leaves the project folder.'
const SUPPRESSION = 'An exception is a decision: somebody must be able to read why.'

/** What builds and checks say beside the rules: for `--explain`, the catalogue and SARIF. Projects set no level of these. */
export const BUILD_CARDS: readonly RuleCard[] = [
  card(
    'allow-reason',
    'error',
    'An exception without a reason; it allows nothing.',
    '<!-- release-check allow repeated-word -->',
    '<!-- release-check allow repeated-word: so it stands on the monument -->',
    SUPPRESSION,
  ),
  card(
    'allow-unknown',
    'error',
    'An exception for a rule that there is not.',
    'check: {allow: [{rule: repeated-words, reason: so it stands on the monument}]}',
    'check: {allow: [{rule: repeated-word, reason: so it stands on the monument}]}',
    SUPPRESSION,
  ),
  card(
    'allow-unused',
    'info',
    'An exception that no finding needs.',
    '<!-- release-check allow repeated-word: so it stands on the monument -->, before "The river rose."',
    'the same before "The the river rose."',
    SUPPRESSION,
  ),
  card(
    'anniversary-far',
    'error',
    'A date that lies so far from each anniversary of the occasion that nobody can tell which is meant.',
    'date: 2027-08-20, with occasion: {name: Strelsau flood, date: 1992-02-26}',
    'date: 2027-02-24, with the same occasion',
  ),
  card(
    'browser-missing',
    'error',
    'A PDF was asked for, and no browser can be started; HTML and text are written.',
    'release build draft.md, on a machine without Chrome, Chromium or Edge',
    'release build draft.md -f html,text; release doctor tells the cure',
  ),
  card(
    'draft-empty',
    'error',
    'A draft without text below its front matter.',
    'the closing --- is the last line',
    'a paragraph below the closing ---',
  ),
  card(
    'draft-too-large',
    'error',
    'A draft of more bytes than a release has, or nested too deep.',
    'a draft of 500,001 bytes',
    'two drafts, or limits: {draft_bytes: 600000} in the configuration',
    LIMITS,
  ),
  card(
    'draft-unreadable',
    'error',
    'A draft that is no regular file, or may not be read.',
    'drafts/flood.md is a folder',
    'drafts/flood.md is a file of text',
  ),
  card(
    'encoding',
    'error',
    'A draft that is not UTF-8, or has characters that no text has.',
    'a draft saved as Windows-1252 or UTF-16',
    'the same draft saved as UTF-8',
  ),
  card(
    'expression-syntax',
    'error',
    'Braces in the draft that are no expression: broken, nested, or another tool’s.',
    'the {{anniversary.ordinal anniversary',
    'the {{anniversary.ordinal}} anniversary; \\{{ for braces that are printed',
  ),
  card(
    'expression-unknown',
    'error',
    'An expression with a name or helper that there is not.',
    'the {{aniversary.ordinal}} anniversary',
    'the {{anniversary.ordinal}} anniversary',
  ),
  card(
    'front-matter-invalid',
    'error',
    'A value of the front matter that is missing, of the wrong type, or of nobody: a contact, a boilerplate, a zone.',
    'date: 26/02/2027',
    'date: 2027-02-26',
  ),
  card(
    'front-matter-syntax',
    'error',
    'Front matter that is no YAML, or whose fences are not as they must be.',
    'headline: Ruritania: a statement',
    'headline: "Ruritania: a statement"',
    'YAML 1.2, and what people trip over in it.',
  ),
  card(
    'front-matter-unknown-key',
    'warning',
    'A key of the front matter that there is not: its value is not in the release.',
    'embargoed: 2027-02-26T00:01[America/New_York]',
    'embargo: 2027-02-26T00:01[America/New_York]',
  ),
  card(
    'html-removed',
    'warning',
    'HTML in the draft that a release does not hold: scripts, frames, styles, and attributes that act or load.',
    '<iframe src="https://ruritania.example/film"></iframe>',
    '[The film](https://ruritania.example/film)',
    UNTRUSTED,
  ),
  card(
    'image-missing',
    'error',
    'A picture that does not exist.',
    '![The bridge at Zenda](brigde.jpg)',
    '![The bridge at Zenda](bridge.jpg)',
  ),
  card(
    'image-refused',
    'error',
    'A picture from the network or from outside the project folder, too large, or of another kind than it says.',
    '![The bridge at Zenda](https://ruritania.example/bridge.jpg)',
    '![The bridge at Zenda](bridge.jpg), with the file beside the draft',
    UNTRUSTED,
  ),
  card(
    'language-unsupported',
    'warning',
    'A language without labels and number words of its own: labels are English, words of anniversaries an error.',
    'language: nl',
    'language: en, or the draft in figures and with labels in English',
  ),
  card(
    'leap-day',
    'info',
    'An event of 29 February without a decision for years that have none.',
    'occasion: {name: Strelsau flood, date: 1992-02-29}',
    'occasion: {name: Strelsau flood, date: 1992-02-29, leap_day: backward}',
  ),
  card(
    'letterhead-invalid',
    'error',
    'A letterhead whose data, templates or fonts cannot be used.',
    'letterhead.yaml without a name',
    'letterhead.yaml with institution: {name: …}',
  ),
  card(
    'letterhead-unknown',
    'error',
    'A letterhead that there is not.',
    'letterhead: misson',
    'letterhead: mission',
  ),
  card(
    'link-refused',
    'warning',
    'A link that is none outside its site, or of a scheme that readers should not follow; its words are kept.',
    '[the declaration](/news/declaration)',
    '[the declaration](https://ruritania.example/news/declaration)',
    UNTRUSTED,
  ),
  card(
    'output-collision',
    'error',
    'Two drafts that would write one file, or an output that would overwrite a draft.',
    'drafts/a.md and drafts/b.md, both with slug: flood',
    'slug: flood-2027 in one of them',
  ),
  card(
    'print-failed',
    'error',
    'A PDF that the browser did not finish.',
    'a draft of 400 pages, with limits: {pages: 50}',
    'the draft in parts, or a higher limit',
    LIMITS,
  ),
  card(
    'template-unknown-value',
    'error',
    'A value in a template of the letterhead that there is not.',
    '{{headlin}}',
    '{{headline}}',
  ),
  card(
    'write-failed',
    'error',
    'A file that could not be written: the disk is full, or the folder may not be written to.',
    '-o /, for somebody who may not write there',
    '-o out',
  ),
  card(
    'year-ignored',
    'warning',
    'A draft without an occasion that was to be issued for a year.',
    '--year 2028, for a draft without occasion',
    'occasion: {name: Strelsau flood, date: 1992-02-26}',
  ),
]
