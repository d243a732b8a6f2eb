import { defineCheck, met, unmet } from '../../check.ts';
import { shortDigest } from './with.ts';

export const registryLacks = defineCheck(
  'registry-lacks',
  { reference: 'reference' },
  {
    about: {
      en: 'No registry has a manifest under this reference; one that does not answer has none.',
      zh: '仓库里没有这个引用指向的清单；不应答的仓库视为没有。',
    },
    example: { reference: 'localhost:5000/web:1' },
  },
  (input, { reference }) => {
    const found = input.after.registries.manifest(reference);
    return found ? unmet('registry-has', { reference, digest: shortDigest(found.digest) }, { reference }) : met();
  },
);
