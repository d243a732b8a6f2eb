// Checks of images: their names, layers, what is seen in them, their size, config and history.
import type { Check } from '../../check.ts';
import { bytesAbsent } from './bytes-absent.ts';
import { bytesPresent } from './bytes-present.ts';
import { configEnv } from './config-env.ts';
import { configEquals } from './config-equals.ts';
import { configHealthcheck } from './config-healthcheck.ts';
import { configLabel } from './config-label.ts';
import { configLabelIsDigest } from './config-label-is-digest.ts';
import { configLacks } from './config-lacks.ts';
import { configNoEnv } from './config-no-env.ts';
import { danglingCount } from './dangling-count.ts';
import { differentId } from './different-id.ts';
import { fsAbsent } from './fs-absent.ts';
import { fsContent } from './fs-content.ts';
import { fsHas } from './fs-has.ts';
import { fsMode } from './fs-mode.ts';
import { fsOnly } from './fs-only.ts';
import { fsOwner } from './fs-owner.ts';
import { historyContains } from './history-contains.ts';
import { historyLacks } from './history-lacks.ts';
import { historyRows } from './history-rows.ts';
import { imageAbsent } from './image-absent.ts';
import { imageCount } from './image-count.ts';
import { imageExists } from './image-exists.ts';
import { imagePlatform } from './image-platform.ts';
import { imageRefs } from './image-refs.ts';
import { imageUnchanged } from './image-unchanged.ts';
import { layerHas } from './layer-has.ts';
import { layerWhiteout } from './layer-whiteout.ts';
import { layersAdded } from './layers-added.ts';
import { layersAtMost } from './layers-at-most.ts';
import { layersCommonPrefix } from './layers-common-prefix.ts';
import { layersCount } from './layers-count.ts';
import { layersOnBase } from './layers-on-base.ts';
import { sameId } from './same-id.ts';
import { sizeBelow } from './size-below.ts';
import { sizeRatio } from './size-ratio.ts';
import { uniqueSize } from './unique-size.ts';

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
