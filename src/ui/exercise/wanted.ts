// The goals that an exercise's box lists, ticked as the lab finds them met.

export function tickWanted(exercise: string, met: readonly string[]): void {
  for (const row of document.querySelectorAll<HTMLElement>(`#exercise-${exercise} [data-wants]`))
    row.toggleAttribute('data-met', met.includes(row.dataset.wants ?? ''));
}
