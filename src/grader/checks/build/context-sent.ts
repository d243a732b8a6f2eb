import { defineCheck, met, unmet } from '../../check.ts';
import { isWhole, sentBelow, withContext } from './with.ts';

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
