import { defineCheck, met } from '../../check.ts';
import { withManifest } from './with.ts';

export const registryHas = defineCheck(
  'registry-has',
  { reference: 'reference' },
  {
    about: { en: 'A registry has a manifest under this reference.', zh: '仓库里有这个引用指向的清单。' },
    example: { reference: 'localhost:5000/web:1' },
  },
  (input, { reference }) => withManifest(input, reference, () => met({ reference })),
);
