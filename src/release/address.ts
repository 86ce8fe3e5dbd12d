/** A postal address as fields (schema.org PostalAddress). */
export interface Address {
  readonly street: string
  readonly unit?: string | undefined
  readonly city: string
  readonly region?: string | undefined
  readonly postcode?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The country's name, printed for readers abroad. */
  readonly country_name?: string | undefined
}

/** Countries that write the region and the postal code behind the town: `New York, NY 10017`. */
const TOWN_FIRST = ['US', 'CA', 'AU', 'IN']
/** Countries that give the postal code a line of its own under the town (UPU S42). */
const CODE_BELOW = ['GB', 'IE']

/** The lines of an address in the order of its country's post (UPU S42, USPS Publication 28). */
export function addressLines(address: Address): string[] {
  const { street, unit, city, region, postcode, country, country_name: countryName } = address
  const first = [street, unit].filter(Boolean).join(', ')
  const town = TOWN_FIRST.includes(country)
    ? [`${city}${region ? `, ${region}` : ''}${postcode ? `\u00a0${postcode}` : ''}`]
    : CODE_BELOW.includes(country)
      ? [city, region, postcode]
      : [[postcode, city].filter(Boolean).join('\u00a0'), region]
  return [first, ...town, countryName].filter((line): line is string => Boolean(line))
}
