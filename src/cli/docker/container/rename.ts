import { changeContainer, checkName, findContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';

/** `docker rename`. Source: moby daemon/rename.go. */
export const rename: Command = {
  paths: ['container rename', 'rename'],
  *run(context, _flags, args) {
    const { daemon } = context;
    const [ref = '', wanted = ''] = args;
    const container = findContainer(daemon, ref);
    const name = wanted.replace(/^\//, '');
    if (ref.trim() === '' || wanted.trim() === '') {
      yield* context.err('Error: Neither old nor new names may be empty\n');
      return 1;
    }
    if (container.name === name) throw new DockerError('InvalidArgument', 'Renaming a container with the same name as its current name');
    checkName(daemon, wanted, name, 'rename');
    changeContainer(daemon, container.id, { name });
    return 0;
  },
};
