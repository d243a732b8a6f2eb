import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote, sameText } from '../quote.ts';

export const fsContent = defineCheck(
  'fs-content',
  { image: 'reference', path: 'path', text: 'value' },
  {
    about: {
      en: 'A regular file of the image reads exactly so; a newline at its end does not matter.',
      zh: '镜像里的普通文件恰好是这些内容；末尾的换行不计。',
    },
    example: { image: 'web:1', path: '/app/version', text: '1.4\n' },
  },
  (input, { image, path, text }) =>
    withImage(input, image, (facts) => {
      const found = facts.text(path);
      const evidence = { image: facts.id, paths: [path] };
      if (found === undefined) return unmet('fs-missing', { image, path }, evidence);
      return sameText(found, text)
        ? met(evidence)
        : unmet('fs-content', { image, path, found: quote(found), wanted: quote(text) }, evidence);
    }),
);
