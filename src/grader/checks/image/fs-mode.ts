import { defineCheck, met, unmet, withImage } from '../../check.ts';

const octal = (mode: number): string => `0${(mode & 0o7777).toString(8).padStart(3, '0')}`;

export const fsMode = defineCheck(
  'fs-mode',
  { image: 'reference', path: 'path', mode: 'mode' },
  {
    about: { en: 'The permission bits of a path, in octal.', zh: '路径的权限位，写成八进制。' },
    example: { image: 'web:1', path: '/entrypoint.sh', mode: '0755' },
  },
  (input, { image, path, mode }) =>
    withImage(input, image, (facts) => {
      const evidence = { image: facts.id, paths: [path] };
      const entry = facts.stat(path);
      if (!entry) return unmet('fs-missing', { image, path }, evidence);
      const found = octal(entry.mode);
      const wanted = octal(Number.parseInt(mode, 8));
      return found === wanted ? met(evidence) : unmet('fs-mode', { image, path, found, wanted }, evidence);
    }),
);
