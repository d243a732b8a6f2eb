// Archives that stand on the machine: what `docker save`, `docker export` and tar leave behind.
import { defineCheck, met, unmet } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { ArchiveFacts, GradeInput } from '../../input/index.ts';

function withArchive(input: GradeInput, path: string, then: (archive: ArchiveFacts) => Finding): Finding {
  const archive = input.after.host.archive(path);
  if (archive) return then(archive);
  return unmet(input.after.host.stat(path) ? 'archive-none' : 'host-missing', { path }, { files: [path] });
}

const plain = (name: string): string => name.replace(/^(\.?\/)+/, '').replace(/\/$/, '');

export const archiveHas = defineCheck(
  'archive-has',
  { path: 'path', member: 'text' },
  {
    about: { en: 'A tar archive of the machine has a member of this name.', zh: '机器上的 tar 归档里有这个名字的成员。' },
    example: { path: '/root/web.tar', member: 'manifest.json' },
  },
  (input, { path, member }) =>
    withArchive(input, path, ({ members }) =>
      members.some((one) => plain(one) === plain(member))
        ? met({ files: [path] })
        : unmet('archive-lacks', { path, member, found: members.length }, { files: [path] }),
    ),
);

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
