// What the last build that made an image did.
import { unmet, withImage } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { BuildFacts, GradeInput } from '../../input/index.ts';

/** Finds the image's last build, so that "no such build" is said in one way everywhere. */
export function withBuild(input: GradeInput, image: string, then: (build: BuildFacts, id: string) => Finding): Finding {
  return withImage(input, image, ({ id }) => {
    const build = input.after.builds().findLast((one) => one.image === id);
    return build ? then(build, id) : unmet('build-none', { image }, { image: id });
  });
}

type Context = NonNullable<BuildFacts['context']>;

export function withContext(input: GradeInput, image: string, then: (context: Context, build: BuildFacts, id: string) => Finding): Finding {
  return withBuild(input, image, (build, id) =>
    build.context ? then(build.context, build, id) : unmet('context-none', { image, number: build.number }, { image: id }),
  );
}

/** Whether a path was sent, as a file or as a directory with files below it. */
export function sentBelow({ sent }: Context, path: string): string | undefined {
  const wanted = path.replace(/^\.?\//, '').replace(/\/$/, '');
  return sent.find((one) => one === wanted || one.startsWith(`${wanted}/`));
}

/** Of very many files only the first names are known: what cannot be told does not pass. */
export const isWhole = ({ sent, files }: Context): boolean => sent.length === files;
