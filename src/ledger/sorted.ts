/** In the order of the keys, so that the same work gives the same file. */
export function sorted<T>(map: ReadonlyMap<string, T>, isKept: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries([...map].filter(([key]) => isKept(key)).sort(([a], [b]) => (a < b ? -1 : 1)))
}
