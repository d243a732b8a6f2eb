import { defineCheck, met, unmet } from '../../check.ts';
import { withArchive } from './archives.ts';

const named = (refs: readonly string[]): string => refs.map((ref) => `\`${ref}\``).join(', ');

export const archiveRefs = defineCheck(
  'archive-refs',
  { path: 'path', refs: 'texts' },
  {
    about: {
      en: 'The names of images in an archive of `docker save`, no more and no fewer, in any order.',
      zh: '`docker save` 归档里镜像的全部名字，不多不少，不计顺序。',
    },
    example: { path: '/root/web.tar', refs: ['web:1'] },
  },
  (input, { path, refs }) =>
    withArchive(input, path, (archive) => {
      const found = [...archive.refs].sort();
      const wanted = [...new Set(refs)].sort();
      const equal = found.length === wanted.length && found.every((one, index) => one === wanted[index]);
      if (found.length === 0 && !equal) return unmet('archive-nameless', { path, wanted: named(wanted) }, { files: [path] });
      return equal
        ? met({ files: [path] })
        : unmet('archive-refs', { path, found: named(found), wanted: named(wanted) }, { files: [path] });
    }),
);
