// Which images there are, by name and by ID.
import { defineCheck, findImage, met, shortID, unmet, withImage, withPair } from '../../check.ts';

export const imageExists = defineCheck(
  'image-exists',
  { image: 'reference' },
  { about: { en: 'An image has this name.', zh: '有这个名字的镜像。' }, example: { image: 'web:1' } },
  (input, { image }) => withImage(input, image, (found) => met({ image: found.id })),
);

export const imageAbsent = defineCheck(
  'image-absent',
  { image: 'reference' },
  { about: { en: 'No image has this name.', zh: '没有这个名字的镜像。' }, example: { image: 'web:1' } },
  (input, { image }) => {
    const found = findImage(input, image);
    return found ? unmet('image-there', { image, id: shortID(found.id) }, { image: found.id }) : met();
  },
);

export const imageCount = defineCheck(
  'image-count',
  { count: 'number' },
  {
    about: {
      en: 'So many images exist, named or not, as `docker images` counts them.',
      zh: '镜像的个数，有没有名字都算，按 `docker images` 数。',
    },
    example: { count: 2 },
  },
  (input, { count }) => {
    const found = input.after.images.length;
    return found === count ? met() : unmet('image-count', { found, wanted: count });
  },
);

export const danglingCount = defineCheck(
  'dangling-count',
  { count: 'number' },
  { about: { en: 'So many images have no name.', zh: '没有名字的镜像的个数。' }, example: { count: 0 } },
  (input, { count }) => {
    const nameless = input.after.images.filter((image) => image.refs.length === 0);
    return nameless.length === count ? met() : unmet('dangling-count', { found: nameless.length, wanted: count });
  },
);

export const sameId = defineCheck(
  'same-id',
  { a: 'reference', b: 'reference' },
  { about: { en: 'Two names stand for one image.', zh: '两个名字指的是同一个镜像。' }, example: { a: 'web:1', b: 'web:latest' } },
  (input, { a, b }) =>
    withPair(input, a, b, (first, second) =>
      first.id === second.id
        ? met({ image: first.id })
        : unmet('different-id', { a, b, idA: shortID(first.id), idB: shortID(second.id) }, { image: first.id }),
    ),
);

export const differentId = defineCheck(
  'different-id',
  { a: 'reference', b: 'reference' },
  { about: { en: 'Two names stand for two images.', zh: '两个名字指的是两个镜像。' }, example: { a: 'web:1', b: 'web:2' } },
  (input, { a, b }) =>
    withPair(input, a, b, (first, second) =>
      first.id !== second.id ? met() : unmet('same-id', { a, b, id: shortID(first.id) }, { image: first.id }),
    ),
);

const named = (refs: readonly string[]): string => refs.map((ref) => `\`${ref}\``).join(', ');

export const imageRefs = defineCheck(
  'image-refs',
  { image: 'reference', refs: 'texts' },
  {
    about: { en: 'All names of an image, no more and no fewer, in any order.', zh: '一个镜像的全部名字，不多不少，不计顺序。' },
    example: { image: 'web:1', refs: ['web:1', 'web:latest'] },
  },
  (input, { image, refs }) =>
    withImage(input, image, (facts) => {
      const found = [...facts.refs].sort();
      const wanted = [...new Set(refs)].sort();
      const equal = found.length === wanted.length && found.every((one, index) => one === wanted[index]);
      return equal
        ? met({ image: facts.id })
        : unmet('image-refs', { image, found: named(found), wanted: named(wanted) }, { image: facts.id });
    }),
);

export const imageUnchanged = defineCheck(
  'image-unchanged',
  { image: 'reference' },
  {
    about: { en: 'A name stands for the image it stood for at the start.', zh: '这个名字仍指着开始时的那个镜像。' },
    example: { image: 'web:1' },
  },
  (input, { image }) =>
    withImage(input, image, (facts) => {
      const was = input.before.images.find((one) => one.refs.includes(image));
      if (!was) return unmet('image-not-at-start', { image }, { image: facts.id });
      return was.id === facts.id
        ? met({ image: facts.id })
        : unmet('image-changed', { image, was: shortID(was.id), found: shortID(facts.id) }, { image: facts.id });
    }),
);

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
