// Written by scripts/record-help.mjs from Docker 28.5.2, buildx 0.29.1.
/**
 * Every command of Docker's client as a record.
 * Knows: the words of the help.
 * Refuses to know: what commands do.
 */

import type { CommandRecord } from '../record.ts';
import { builder } from './builder.ts';
import { buildx } from './buildx.ts';
import { classic } from './classic.ts';
import { config } from './config.ts';
import { container } from './container.ts';
import { containerRun } from './container-run.ts';
import { context } from './context.ts';
import { image } from './image.ts';
import { manifest } from './manifest.ts';
import { network } from './network.ts';
import { node } from './node.ts';
import { plugin } from './plugin.ts';
import { secret } from './secret.ts';
import { service } from './service.ts';
import { stack } from './stack.ts';
import { swarm } from './swarm.ts';
import { system } from './system.ts';
import { top } from './top.ts';
import { trust } from './trust.ts';
import { volume } from './volume.ts';

/** A record's `like` names one that stands before it. */
export const records: readonly CommandRecord[] = [
  ...buildx,
  ...container,
  ...containerRun,
  ...image,
  ...system,
  ...builder,
  ...config,
  ...context,
  ...manifest,
  ...network,
  ...node,
  ...plugin,
  ...secret,
  ...service,
  ...stack,
  ...swarm,
  ...trust,
  ...volume,
  ...top,
];

/** What DOCKER_BUILDKIT=0 puts in place of buildx's commands. */
export const classicRecords: readonly CommandRecord[] = classic;
