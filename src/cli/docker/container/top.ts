import { containerTop, findContainer } from '../../../engine/daemon/container/index.ts';
import { alignTabs, DOCKER_TABLE } from '../../format/tabwriter.ts';
import type { Command } from '../command.ts';

/** `docker top`. Source: docker/cli cli/command/container/top.go. */
export const top: Command = {
  paths: ['container top', 'top'],
  *run(context, _flags, args) {
    const { titles, rows } = containerTop(context.daemon, findContainer(context.daemon, args[0]!), args.slice(1));
    yield* context.out(alignTabs([titles, ...rows].map((row) => `${row.join('\t')}\n`).join(''), DOCKER_TABLE));
    return 0;
  },
};
