import { stopNode } from '../../../engine/builders/index.ts';
import type { Command } from '../command.ts';
import { builderNamed, isContainer } from './choose.ts';
import { buildx } from './error.ts';

/** `docker buildx stop`: ends a builder's containers; its cache stays. Source: docker/buildx commands/stop.go. */
export const stop: Command = {
  paths: ['buildx stop', 'builder stop'],
  *run(context, flags, args) {
    return yield* buildx(context, function* () {
      const group = builderNamed(context, args[0] ?? flags.string('builder'));
      if (isContainer(group)) for (const node of group.Nodes) yield* stopNode(context.daemon, node);
      yield {};
    });
  },
};
