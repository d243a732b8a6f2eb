import { defineCheck, met, unmet, withImage } from '../../check.ts';

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
