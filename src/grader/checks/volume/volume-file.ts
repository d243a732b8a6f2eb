import { defineCheck, met, unmet } from '../../check.ts';
import { quote, sameText } from '../quote.ts';
import { withVolume } from './with.ts';

export const volumeFile = defineCheck(
  'volume-file',
  { volume: 'name', path: 'path', text: 'value' },
  {
    about: {
      en: "A file of a volume reads exactly so; its path counts from the volume's root, and the last newline does not matter.",
      zh: '卷里的文件内容正是这样；路径从卷的根算起，末尾的换行不计。',
    },
    example: { volume: 'data', path: '/note', text: 'kept' },
  },
  (input, { volume, path, text }) =>
    withVolume(input, volume, (facts) => {
      const evidence = { volume, paths: [path] };
      const found = facts.text(path);
      if (found === undefined) return unmet('volume-file-missing', { volume, path }, evidence);
      return sameText(found, text)
        ? met(evidence)
        : unmet('volume-file', { volume, path, found: quote(found), wanted: quote(text) }, evidence);
    }),
);
