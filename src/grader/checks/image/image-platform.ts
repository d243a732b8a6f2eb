import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const imagePlatform = defineCheck(
  'image-platform',
  { image: 'reference', platform: 'name' },
  { about: { en: 'The platform an image is for.', zh: '镜像面向的平台。' }, example: { image: 'web:1', platform: 'linux/arm64' } },
  (input, { image, platform }) =>
    withImage(input, image, (facts) =>
      facts.platform === platform
        ? met({ image: facts.id })
        : unmet('image-platform', { image, found: facts.platform, wanted: platform }, { image: facts.id }),
    ),
);
