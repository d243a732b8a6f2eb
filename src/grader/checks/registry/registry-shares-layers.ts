import { defineCheck, met, unmet } from '../../check.ts';
import { withManifests } from './with.ts';

export const registrySharesLayers = defineCheck(
  'registry-shares-layers',
  { a: 'reference', b: 'reference', least: 'number' },
  {
    about: { en: 'At least so many layer blobs belong to both references.', zh: '至少有这么多个层 blob 为两个引用共有。' },
    example: { a: 'localhost:5000/web:1', b: 'localhost:5000/web:2', least: 2 },
  },
  (input, { a, b, least }) =>
    withManifests(input, a, b, (first, second) => {
      const others = new Set(second.layers);
      const found = new Set(first.layers.filter((digest) => others.has(digest))).size;
      return found >= least ? met({ reference: a }) : unmet('registry-shares', { a, b, found, wanted: least }, { reference: a });
    }),
);
