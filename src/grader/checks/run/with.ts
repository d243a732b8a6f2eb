// What the checks of runs share.
import { findImage } from '../../check.ts';
import type { GradeInput, RunFacts } from '../../input/index.ts';

/**
 * Runs of an image since the exercise began, oldest first, those of removed containers too. A run is of an image that was named so when it
 * was started, or has the name now: `docker run web:1` counts after web:1 has moved on, and so does a run by the image's id.
 */
export function runsOf(input: GradeInput, image: string): readonly RunFacts[] {
  const begun = input.before.runs.at(-1)?.number ?? 0;
  const id = findImage(input, image)?.id;
  return input.after.runs.filter((run) => run.number > begun && (run.imageRef === image || run.image === id));
}
