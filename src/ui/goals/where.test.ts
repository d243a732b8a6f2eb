import { expect, it } from 'vitest';
import { checkNames } from '../../grader/index.ts';
import { pictureOf } from './where.ts';

it('LES-120 every check about images, containers, builds and registries has a picture that shows it', () => {
  expect(['fs-has', 'layers-common-prefix', 'same-id', 'config-equals'].map(pictureOf)).toEqual(['stack', 'fence', 'store', 'stack']);
  const without = checkNames.filter((name) => pictureOf(name) === undefined);
  expect(without.filter((name) => !/^(host|archive|daemon|turn|output)-/.test(name))).toEqual([]);
});
