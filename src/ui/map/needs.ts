// What a lesson builds on: the lessons before it that first teach the terms it takes for granted. Pure; knows no page.

/** What the order of the course is made of. */
export interface Taught {
  readonly id: string;
  readonly track: string;
  readonly capstone: boolean;
  readonly teaches: readonly string[];
  readonly assumes: readonly string[];
}

/**
 * By lesson, the lessons it builds on, in the order of the course. A term that is first taught later is explained by the glossary and makes
 * no need, so needs always point back. A capstone builds on every lesson of its track.
 */
export function needsOf(lessons: readonly Taught[]): ReadonlyMap<string, readonly string[]> {
  const teacher = new Map<string, number>();
  lessons.forEach(({ teaches }, index) => {
    for (const term of teaches) if (!teacher.has(term)) teacher.set(term, index);
  });
  return new Map(
    lessons.map((lesson, index) => {
      const found = new Set(lesson.assumes.map((term) => teacher.get(term) ?? index));
      if (lesson.capstone)
        lessons.forEach((other, at) => {
          if (other.track === lesson.track && !other.capstone) found.add(at);
        });
      const before = [...found].filter((at) => at < index || (lesson.capstone && at !== index)).sort((a, b) => a - b);
      return [lesson.id, before.flatMap((at) => lessons[at]?.id ?? [])];
    }),
  );
}

/** The same without what follows from the rest: who builds on 6, and 6 on 5, is drawn to 6 only. */
export function directNeeds(needs: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, ReadonlySet<string>>();
  const below = (id: string): ReadonlySet<string> => {
    const known = all.get(id);
    if (known) return known;
    const found = new Set<string>();
    all.set(id, found);
    for (const one of needs.get(id) ?? []) for (const further of [one, ...below(one)]) found.add(further);
    return found;
  };
  return new Map([...needs].map(([id, list]) => [id, list.filter((one) => !list.some((other) => other !== one && below(other).has(one)))]));
}
