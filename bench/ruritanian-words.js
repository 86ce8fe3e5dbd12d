// What the invented drafts are made of. Every name is Ruritania's.

export const PLACES = [
  'Strelsau',
  'Zenda',
  'Hentzau',
  'Tarlenheim',
  'Hofbau',
  'Rischenheim',
  'Modenstein',
  'Glauburg',
]

export const PEOPLE = [
  'Flavia Elphberg',
  'Karl Sapt',
  'Anna Hentzau',
  'Fritz Tarlenheim',
  'Helga Strofzin',
  'Johann Rischenheim',
  'Marta Glauburg',
  'Otto Bersonin',
]

export const OFFICES = [
  'Keeper of the State Archive',
  'Minister of Works',
  'Director of the Flood Warning Service',
  'Mayor of Hofbau',
  'Rector of the Academy of Music',
  'Inspector of Mills',
]

export const THINGS = [
  'the botanical garden',
  'the tramway of the upper town',
  'the old granary',
  'the school of bookbinding',
  'the ferry at the salt quay',
  'the observatory',
  'the hospital of the lower town',
  'the orchard wall',
  'the reading room',
  'the bell foundry',
]

export const ACTIONS = [
  'was opened to the public',
  'was given back to the town',
  'has been measured anew',
  'received its first apprentices',
  'was lent to the university for nine years',
  'was repaired by its neighbours',
  'has been entered in the register of monuments',
  'will be lit at night',
]

export const OPENINGS = [
  'In the spring of that year',
  'After a winter of preparation',
  'With the consent of the parish councils',
  'For the first time since the railway came',
  'To the surprise of the engineers',
  'As the statutes provide',
  'Before the harvest was in',
  'Under the agreement with Graustark',
]

export const ENDINGS = [
  'and the accounts are open to every citizen',
  'although the river stood higher than anyone remembered',
  'while the trams kept running',
  'which nobody had asked for but many had hoped for',
  'so that the next generation need not begin again',
  'and the work cost less than had been voted for it',
  'because two masons had kept the old drawings',
  'and a band of pupils played on the bridge',
]

export const HEADINGS = [
  'What has been done',
  'Who keeps it',
  'What it costs',
  'How it began',
  'What remains',
  'Where to see it',
]

export const ITEMS = [
  'lamps of wrought iron',
  'benches of larch',
  'maps drawn by hand',
  'gauges read by schools',
  'oak doors',
  'volumes of minutes',
]
