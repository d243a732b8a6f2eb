// What is seen in an image through all its layers.
import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote, sameText } from '../quote.ts';

export const fsHas = defineCheck(
  'fs-has',
  { image: 'reference', path: 'path' },
  { about: { en: 'A path exists in the image.', zh: '镜像里有这个路径。' }, example: { image: 'web:1', path: '/app' } },
  (input, { image, path }) =>
    withImage(input, image, (facts) => {
      const evidence = { image: facts.id, paths: [path] };
      return facts.stat(path) ? met(evidence) : unmet('fs-missing', { image, path }, evidence);
    }),
);

export const fsAbsent = defineCheck(
  'fs-absent',
  { image: 'reference', path: 'path' },
  {
    about: { en: 'A path cannot be seen in the image; a lower layer may still hold it.', zh: '镜像里看不到这个路径；下面的层里也许还有。' },
    example: { image: 'web:1', path: '/tmp/key' },
  },
  (input, { image, path }) =>
    withImage(input, image, (facts) => {
      const evidence = { image: facts.id, paths: [path] };
      return facts.stat(path) ? unmet('fs-absent', { image, path }, evidence) : met(evidence);
    }),
);

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

/** Most paths that one sentence and its evidence name. */
const NAMED = 5;

export const fsOnly = defineCheck(
  'fs-only',
  { image: 'reference', paths: 'paths' },
  {
    about: { en: 'The regular files of the image are exactly these.', zh: '镜像里的普通文件恰好是这些。' },
    example: { image: 'web:1', paths: ['/web'] },
  },
  (input, { image, paths }) =>
    withImage(input, image, (facts) => {
      const files = new Set(facts.files());
      const missing = paths.filter((path) => !files.has(path));
      const extra = [...files].filter((path) => !paths.includes(path));
      const evidence = { image: facts.id, paths: [...missing, ...extra].slice(0, NAMED) };
      if (missing.length > 0) return unmet('fs-missing', { image, path: missing[0] ?? '' }, evidence);
      if (extra.length === 0) return met({ image: facts.id, paths });
      return unmet('fs-more', { image, found: extra.length, path: extra[0] ?? '' }, evidence);
    }),
);
