import { defineCheck, met, unmet } from '../../check.ts';
import { withArchive } from './archives.ts';

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
