// Facts in the order of the documents the course grew from: their numbers give the order.
import type { Course, Lesson, Localized } from '../../course/index.ts';

export interface FactPlace {
  readonly lesson: Lesson;
  readonly say: Localized;
}

export interface DocumentFacts {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly facts: readonly { readonly id: string; readonly places: readonly FactPlace[] }[];
}

/** The last fact of each of the five documents. */
const lastOf = [116, 204, 254, 438, 496] as const;

/** Every fact that a lesson teaches, once, with all its places; documents without one are left out. */
export function factsInOrder(course: Course): readonly DocumentFacts[] {
  const places = new Map<string, FactPlace[]>();
  for (const lesson of course.lessons)
    for (const [id, say] of Object.entries(lesson.facts)) places.set(id, [...(places.get(id) ?? []), { lesson, say }]);
  const ids = [...places.keys()].sort();
  return lastOf
    .map((last, index) => {
      const first = (lastOf[index - 1] ?? 0) + 1;
      const inside = ids.filter((id) => Number(id.slice(1)) >= first && Number(id.slice(1)) <= last);
      return { number: (index + 1) as DocumentFacts['number'], facts: inside.map((id) => ({ id, places: places.get(id) ?? [] })) };
    })
    .filter(({ facts }) => facts.length > 0);
}
