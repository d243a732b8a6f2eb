// What the last build that made an image did.
import { bytes, defineCheck, met, unmet, withImage } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { BuildFacts, GradeInput } from '../../input/index.ts';
import { isTrue } from '../../params.ts';

/** Finds the image's last build, so that "no such build" is said in one way everywhere. */
function withBuild(input: GradeInput, image: string, then: (build: BuildFacts, id: string) => Finding): Finding {
  return withImage(input, image, ({ id }) => {
    const build = input.after.builds().findLast((one) => one.image === id);
    return build ? then(build, id) : unmet('build-none', { image }, { image: id });
  });
}

export const stepCached = defineCheck(
  'step-cached',
  { image: 'reference', step: 'text', cached: 'flag' },
  {
    about: {
      en: 'In the last build that made the image, the first step whose text contains `step` came from the cache (`cached: true`) or was run (`false`).',
      zh: '在最后一次产生该镜像的构建里，文字含有 `step` 的第一个步骤来自缓存（`cached: true`）或被执行（`false`）。',
    },
    example: { image: 'web:1', step: 'npm ci', cached: true },
  },
  (input, { image, step, cached }) =>
    withBuild(input, image, (build, id) => {
      const found = build.steps.find((one) => one.text.includes(step) && one.state !== 'none');
      if (!found) return unmet('step-none', { image, step, number: build.number }, { image: id });
      if (found.state === (isTrue(cached) ? 'cached' : 'ran')) return met({ image: id });
      return unmet(isTrue(cached) ? 'step-ran' : 'step-cached', { image, step: found.text, number: build.number }, { image: id });
    }),
);

export const stepsRunAtMost = defineCheck(
  'steps-run-at-most',
  { image: 'reference', count: 'number' },
  {
    about: {
      en: 'In the last build that made the image, no more than so many steps were run; the others came from the cache.',
      zh: '在最后一次产生该镜像的构建里，被执行的步骤不超过这么多，其余来自缓存。',
    },
    example: { image: 'web:1', count: 1 },
  },
  (input, { image, count }) =>
    withBuild(input, image, (build, id) => {
      const ran = build.steps.filter(({ state }) => state === 'ran');
      if (ran.length <= count) return met({ image: id });
      const first = ran[0]?.text ?? '';
      return unmet('steps-ran', { image, found: ran.length, wanted: count, number: build.number, first }, { image: id });
    }),
);

type Context = NonNullable<BuildFacts['context']>;

function withContext(input: GradeInput, image: string, then: (context: Context, build: BuildFacts, id: string) => Finding): Finding {
  return withBuild(input, image, (build, id) =>
    build.context ? then(build.context, build, id) : unmet('context-none', { image, number: build.number }, { image: id }),
  );
}

/** Whether a path was sent, as a file or as a directory with files below it. */
function sentBelow({ sent }: Context, path: string): string | undefined {
  const wanted = path.replace(/^\.?\//, '').replace(/\/$/, '');
  return sent.find((one) => one === wanted || one.startsWith(`${wanted}/`));
}

/** Of very many files only the first names are known: what cannot be told does not pass. */
const isWhole = ({ sent, files }: Context): boolean => sent.length === files;

export const contextSent = defineCheck(
  'context-sent',
  { image: 'reference', path: 'text' },
  {
    about: {
      en: 'The last build that made the image was sent this file of the context, or a file below this directory.',
      zh: '最后一次产生该镜像的构建收到了上下文里的这个文件，或这个目录下的某个文件。',
    },
    example: { image: 'web:1', path: 'src/index.js' },
  },
  (input, { image, path }) =>
    withContext(input, image, (context, build, id) =>
      sentBelow(context, path) === undefined
        ? unmet(
            isWhole(context) ? 'context-not-sent' : 'context-many',
            { image, path, number: build.number, found: context.files },
            { image: id },
          )
        : met({ image: id }),
    ),
);

export const contextNotSent = defineCheck(
  'context-not-sent',
  { image: 'reference', path: 'text' },
  {
    about: {
      en: 'The last build that made the image was not sent this file, nor any below this directory.',
      zh: '最后一次产生该镜像的构建没有收到这个文件，也没有收到这个目录下的任何文件。',
    },
    example: { image: 'web:1', path: 'node_modules' },
  },
  (input, { image, path }) =>
    withContext(input, image, (context, build, id) => {
      const found = sentBelow(context, path);
      if (found !== undefined) return unmet('context-sent', { image, path: found, number: build.number }, { image: id });
      if (isWhole(context)) return met({ image: id });
      return unmet('context-many', { image, path, number: build.number, found: context.files }, { image: id });
    }),
);

export const contextBelow = defineCheck(
  'context-below',
  { image: 'reference', below: 'number' },
  {
    about: {
      en: 'The last build that made the image was sent less than so many bytes of files.',
      zh: '最后一次产生该镜像的构建收到的文件少于这么多字节。',
    },
    example: { image: 'web:1', below: 100_000 },
  },
  (input, { image, below }) =>
    withContext(input, image, (context, build, id) =>
      context.bytes < below
        ? met({ image: id })
        : unmet(
            'context-below',
            { image, found: bytes(context.bytes), wanted: bytes(below), number: build.number, files: context.files },
            { image: id },
          ),
    ),
);

export const cacheEmpty = defineCheck(
  'cache-empty',
  {},
  { about: { en: 'The build cache has no records.', zh: '构建缓存里没有记录。' }, example: {} },
  (input) => {
    const found = input.after.cacheRecords();
    return found === 0 ? met() : unmet('cache-records', { found });
  },
);
