import { distance } from 'fastest-levenshtein'

// Names that the IANA database has replaced, but ICU (and so Intl) still gives as the chief ones.
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

// What missions and press officers write instead of a zone: seats without a zone of their own name
// (IANA has the most populous city), and abbreviations, which do not say whose summer time is meant.
const MEANT: Readonly<Record<string, string>> = {
  geneva: 'Europe/Zurich',
  bern: 'Europe/Zurich',
  washington: 'America/New_York',
  ottawa: 'America/Toronto',
  brasilia: 'America/Sao_Paulo',
  the_hague: 'Europe/Amsterdam',
  strasbourg: 'Europe/Paris',
  ankara: 'Europe/Istanbul',
  beijing: 'Asia/Shanghai',
  delhi: 'Asia/Kolkata',
  new_delhi: 'Asia/Kolkata',
  islamabad: 'Asia/Karachi',
  abu_dhabi: 'Asia/Dubai',
  astana: 'Asia/Almaty',
  hanoi: 'Asia/Ho_Chi_Minh',
  pretoria: 'Africa/Johannesburg',
  rabat: 'Africa/Casablanca',
  abuja: 'Africa/Lagos',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  ct: 'America/Chicago',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  bst: 'Europe/London',
  cet: 'Europe/Brussels',
  cest: 'Europe/Brussels',
  msk: 'Europe/Moscow',
  azt: 'Asia/Baku',
}

/**
 * The IANA name of a time zone in its proper letter case, or `undefined` where there is no such zone.
 * Abbreviations that the IANA database keeps for old programs (`EST`, `CET`) are not taken.
 */
export function findZone(name: string): string | undefined {
  if (!/^(?:UTC|GMT|[a-z_]+\/[a-z0-9_+/-]+)$/i.test(name)) return undefined
  try {
    const known = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
    // Another name than the one asked for is an older one of the same zone: keep the writer's choice.
    return known.toLowerCase() === name.toLowerCase() || known === 'UTC' ? known : inProperCase(name)
  } catch {
    return undefined
  }
}

/** The known zone that a wrong name most likely means: by its whole name, its city, or a city without one. */
export function nearestZone(name: string): string | undefined {
  const wanted = name.trim().toLowerCase().replaceAll(' ', '_')
  const meant = MEANT[cityOf(wanted)]
  if (meant) return meant
  let best: { zone: string; far: number } | undefined
  for (const listed of Intl.supportedValuesOf('timeZone')) {
    const zone = RENAMED[listed] ?? listed
    const lower = zone.toLowerCase()
    const far = Math.min(distance(wanted, lower), distance(cityOf(wanted), cityOf(lower)))
    if (!best || far < best.far) best = { zone, far }
  }
  return best && best.far <= Math.max(1, Math.floor(cityOf(wanted).length / 3)) ? best.zone : undefined
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function inProperCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[/_-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Us\//, 'US/')
}
