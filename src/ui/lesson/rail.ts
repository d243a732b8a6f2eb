/**
 * Where the marks of a lesson's sections stand on the ruler: as near as can be to the section's own depth, in order, at least `gap` pixels
 * apart, so that each can be hit, and none below `end`. Where the ruler is too short for all, they stand evenly.
 */
export function placeMarks(depths: readonly number[], gap: number, end: number): readonly number[] {
  const apart = Math.min(gap, end / Math.max(1, depths.length - 1));
  const marks: number[] = [];
  for (const depth of depths) marks.push(Math.max(depth, (marks.at(-1) ?? -apart) + apart));
  let below = end + apart;
  return marks
    .reverse()
    .map((mark) => {
      below = Math.min(mark, below - apart);
      return below;
    })
    .reverse();
}
