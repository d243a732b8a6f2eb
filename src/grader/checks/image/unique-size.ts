import { bytes, defineCheck, met, unmet, withImage } from '../../check.ts';

export const uniqueSize = defineCheck(
  'unique-size',
  { image: 'reference', below: 'number' },
  {
    about: {
      en: 'Fewer than so many bytes belong to this image alone: layers that no other image has.',
      zh: '只属于这个镜像的层（别的镜像没有）少于这么多字节。',
    },
    example: { image: 'web:1', below: 1000 },
  },
  (input, { image, below }) =>
    withImage(input, image, (facts) => {
      const elsewhere = new Set(
        input.after.images.filter((one) => one.id !== facts.id).flatMap((one) => one.layers.map((layer) => layer.chainID)),
      );
      const own = facts.layers.filter((layer) => !elsewhere.has(layer.chainID));
      const found = own.reduce((sum, layer) => sum + layer.size, 0);
      const evidence = { image: facts.id, layers: own.map((layer) => layer.diffID) };
      return found < below ? met(evidence) : unmet('unique-size', { image, found: bytes(found), wanted: bytes(below) }, evidence);
    }),
);
