interface Room {
  /** Pixels of what the percentages are of. */
  readonly whole: number;
  /** Pixels that the two panes share. */
  readonly room: number;
  readonly least: number;
  readonly otherLeast: number;
}

/** How small and how large a pane may become, in percent of the whole. Where both do not fit, they share as they need. */
export function limitsOf({ whole, room, least, otherLeast }: Room): readonly [number, number] {
  if (whole === 0 || room === 0) return [10, 90];
  const part = Math.min(1, room / (least + otherLeast));
  return [(100 * least * part) / whole, (100 * (room - otherLeast * part)) / whole];
}
