import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { shortDigest, withManifest } from './with.ts';

export const imageFromRegistry = defineCheck(
  'image-from-registry',
  { image: 'reference', reference: 'reference' },
  {
    about: {
      en: 'An image here is known under the digest that a reference has in its registry: it was pulled from there, or pushed there.',
      zh: '本地镜像带有该引用在仓库里的摘要：从那里拉取的，或推送过去的。',
    },
    example: { image: 'web:1', reference: 'localhost:5000/web:1' },
  },
  (input, { image, reference }) =>
    withImage(input, image, (facts) =>
      withManifest(input, reference, (manifest) => {
        const evidence = { image: facts.id, reference };
        const digests = facts.digests.map((one) => one.slice(one.indexOf('@') + 1));
        const wanted = shortDigest(manifest.digest);
        if (digests.includes(manifest.digest)) return met(evidence);
        const [found] = digests;
        return found === undefined
          ? unmet('image-no-digest', { image, reference, wanted }, evidence)
          : unmet('image-other-digest', { image, reference, found: shortDigest(found), wanted }, evidence);
      }),
    ),
);
