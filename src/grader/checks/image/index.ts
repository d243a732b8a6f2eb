// Checks of images: names, layers, what is seen in them, their config and history.
import type { Check } from '../../check.ts';
import { configEquals } from './config-equals.ts';
import { danglingCount } from './dangling-count.ts';
import { differentId } from './different-id.ts';
import { fsAbsent } from './fs-absent.ts';
import { fsContent } from './fs-content.ts';
import { fsHas } from './fs-has.ts';
import { historyContains } from './history-contains.ts';
import { historyRows } from './history-rows.ts';
import { imageCount } from './image-count.ts';
import { imageExists } from './image-exists.ts';
import { layerHas } from './layer-has.ts';
import { layerWhiteout } from './layer-whiteout.ts';
import { layersAdded } from './layers-added.ts';
import { layersCommonPrefix } from './layers-common-prefix.ts';
import { layersCount } from './layers-count.ts';
import { layersOnBase } from './layers-on-base.ts';
import { sameId } from './same-id.ts';
import { uniqueSize } from './unique-size.ts';

export const imageChecks: readonly Check[] = [
  configEquals,
  danglingCount,
  differentId,
  fsAbsent,
  fsContent,
  fsHas,
  historyContains,
  historyRows,
  imageCount,
  imageExists,
  layerHas,
  layerWhiteout,
  layersAdded,
  layersCommonPrefix,
  layersCount,
  layersOnBase,
  sameId,
  uniqueSize,
];
