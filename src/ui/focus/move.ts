/** The place a key leads to from `at` (-1: none of them); round at both ends. Undefined for other keys, and where there is nothing. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[key];
  return to === undefined || count === 0 ? undefined : (to + count) % count;
}

/** Gives the focus to the one that the key leads to; false when it leads nowhere. */
export function moveFocus(key: string, all: readonly HTMLElement[]): boolean {
  const to = placeAfter(key, all.indexOf(document.activeElement as HTMLElement), all.length);
  if (to === undefined) return false;
  all[to]?.focus();
  return true;
}
