import { defineCheck, met, unmet } from '../../check.ts';
import { isWhole, sentBelow, withContext } from './with.ts';

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
