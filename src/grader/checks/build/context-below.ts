import { bytes, defineCheck, met, unmet } from '../../check.ts';
import { withContext } from './with.ts';

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
