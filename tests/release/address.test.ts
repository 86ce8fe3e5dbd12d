import { expect, it } from 'vitest'
import { addressLines } from '../../src/release/address.ts'

it.each([
  [
    {
      street: '633 Third Avenue',
      unit: 'Suite 3210',
      city: 'New York',
      region: 'NY',
      postcode: '10017',
      country: 'US',
      country_name: 'USA',
    },
    ['633 Third Avenue, Suite 3210', 'New York, NY 10017', 'USA'],
  ],
  [
    { street: '1 Example Street', city: 'Ottawa', region: 'ON', postcode: 'K1A 0A6', country: 'CA' },
    ['1 Example Street', 'Ottawa, ON K1A 0A6'],
  ],
  [
    { street: 'Musterstraße 1', city: 'Berlin', postcode: '10117', country: 'DE' },
    ['Musterstraße 1', '10117 Berlin'],
  ],
  [
    { street: '1 Example Road', city: 'London', postcode: 'SW1A 1AA', country: 'GB' },
    ['1 Example Road', 'London', 'SW1A 1AA'],
  ],
  [{ street: '50 Example Street', city: 'Baku', country: 'AZ' }, ['50 Example Street', 'Baku']],
])('the post of its country reads %j', (address, lines) => {
  expect(addressLines(address).map((line) => line.replaceAll('\u00a0', ' '))).toEqual(lines)
})
