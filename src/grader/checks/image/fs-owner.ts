import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const fsOwner = defineCheck(
  'fs-owner',
  { image: 'reference', path: 'path', owner: 'owner' },
  {
    about: { en: 'User and group that own a path, as numbers.', zh: '拥有这个路径的用户和组，写成数字。' },
    example: { image: 'web:1', path: '/data', owner: '1000:1000' },
  },
  (input, { image, path, owner }) =>
    withImage(input, image, (facts) => {
      const evidence = { image: facts.id, paths: [path] };
      const entry = facts.stat(path);
      if (!entry) return unmet('fs-missing', { image, path }, evidence);
      const found = `${entry.uid}:${entry.gid}`;
      return found === owner ? met(evidence) : unmet('fs-owner', { image, path, found, wanted: owner }, evidence);
    }),
);
