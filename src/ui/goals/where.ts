// Which picture shows what a goal asks for. Checks are named by their noun; a goal about files of the host or about output has no picture.
import type { Kind } from '../picture/index.ts';

const nouns: readonly (readonly [RegExp, Kind])[] = [
  [/^(layers-common-prefix|registry-shares-layers)$/, 'fence'],
  [/^(image-(exists|absent|count|refs|unchanged|from-registry)|dangling|same-id|different-id)/, 'store'],
  [/^(layer|fs|bytes|size|unique|config|history|image)/, 'stack'],
  [/^(container|ran|volume|network)/, 'run'],
  [/^(registry|push)/, 'registry'],
  [/^(step|context|cache)/, 'build'],
];

export const pictureOf = (check: string): Kind | undefined => nouns.find(([noun]) => noun.test(check))?.[1];
