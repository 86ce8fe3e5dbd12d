// Medians of rounds, and ratios of figures of the same round.

/** The middle of some figures; of an even number the mean of the two in the middle. */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * The median of the ratios of each round: whatever else the machine was doing in a round, both sides of its ratio
 * suffered it. `undefined` where a side was not measured. Without `over` it is the median of the figures.
 */
export function ratioOf({ of, over }, figures) {
  const [above, below] = [figures[of], over === undefined ? undefined : figures[over]]
  if (!Array.isArray(above) || (over !== undefined && !Array.isArray(below))) return undefined
  return median(above.map((figure, round) => (below ? figure / below[round] : figure)))
}
