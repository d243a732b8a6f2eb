// Which labels of marks on an axis have room. Places are 0 to 1, in order.

/** A row for each label so that none covers another; undefined where all rows are full. Later ones yield. */
export function levels(places: readonly number[], gap: number, most: number): (number | undefined)[] {
  const ends: number[] = [];
  return places.map((place) => {
    for (let level = 0; level < most; level++) {
      if (place - (ends[level] ?? Number.NEGATIVE_INFINITY) < gap) continue;
      ends[level] = place;
      return level;
    }
    return undefined;
  });
}

/** Which labels may stand in one row; earlier ones yield, so that the newest is always told. */
export function spaced(places: readonly number[], gap: number): boolean[] {
  let next = Number.POSITIVE_INFINITY;
  const kept = places.map(() => false);
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index] ?? 0;
    if (next - place < gap) continue;
    kept[index] = true;
    next = place;
  }
  return kept;
}
