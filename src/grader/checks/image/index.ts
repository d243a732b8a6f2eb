// Checks of images: their names, layers, what is seen in them, their size, config and history.
import type { Check } from '../../check.ts';
import { bytesAbsent, bytesPresent } from './bytes.ts';
import { configEnv, configEquals, configLabel, configLabelIsDigest, configLacks, configNoEnv } from './config.ts';
import { layerHas, layerWhiteout } from './entries.ts';
import { fsAbsent, fsContent, fsHas, fsMode, fsOnly, fsOwner } from './files.ts';
import { configHealthcheck } from './healthcheck.ts';
import { historyContains, historyLacks, historyRows } from './history.ts';
import { layersAdded, layersAtMost, layersCommonPrefix, layersCount, layersOnBase } from './layers.ts';
import {
  danglingCount,
  differentId,
  imageAbsent,
  imageCount,
  imageExists,
  imagePlatform,
  imageRefs,
  imageUnchanged,
  sameId,
} from './names.ts';
import { sizeBelow, sizeRatio, uniqueSize } from './sizes.ts';

export const imageChecks: readonly Check[] = [
  imageExists,
  imageAbsent,
  imageCount,
  danglingCount,
  sameId,
  differentId,
  imageRefs,
  imageUnchanged,
  imagePlatform,
  layersCount,
  layersOnBase,
  layersAdded,
  layersAtMost,
  layersCommonPrefix,
  layerHas,
  layerWhiteout,
  fsHas,
  fsAbsent,
  fsContent,
  fsMode,
  fsOwner,
  fsOnly,
  bytesAbsent,
  bytesPresent,
  sizeBelow,
  uniqueSize,
  sizeRatio,
  configEquals,
  configLacks,
  configEnv,
  configNoEnv,
  configLabel,
  configLabelIsDigest,
  configHealthcheck,
  historyRows,
  historyContains,
  historyLacks,
];
