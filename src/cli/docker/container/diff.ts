import { containerTree, findContainer } from '../../../engine/daemon/container/index.ts';
import { changesByStat } from '../../../engine/layer/index.ts';
import type { Command } from '../command.ts';

const LETTERS = { added: 'A', modified: 'C', deleted: 'D' } as const;

/** `docker diff`: what the container's own layer adds, changes and deletes. */
export const diff: Command = {
  paths: ['container diff', 'diff'],
  *run(context, _flags, args) {
    const container = findContainer(context.daemon, args[0]!);
    const changes = changesByStat(container.lower, containerTree(context.daemon, container));
    yield* context.out(changes.map(({ kind, path }) => `${LETTERS[kind]} ${path}\n`).join(''));
    return 0;
  },
};
