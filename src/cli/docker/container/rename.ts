import { changeContainer, checkName, findContainer } from '../../../engine/daemon/container/index.ts';
import { containerEvent } from '../../../engine/daemon/events/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';

/** `docker rename`. Source: moby daemon/rename.go. */
export const rename: Command = {
  paths: ['container rename', 'rename'],
  *run(context, _flags, args) {
    const { daemon } = context;
    const [ref = '', wanted = ''] = args;
    if (ref.trim() === '' || wanted.trim() === '') {
      yield* context.err('Error: Neither old nor new names may be empty\n');
      return 1;
    }
    try {
      const container = findContainer(daemon, ref);
      const name = wanted.replace(/^\//, '');
      if (container.name === name) throw new DockerError('InvalidArgument', 'Renaming a container with the same name as its current name');
      checkName(daemon, `/${name}`, name, 'rename');
      changeContainer(daemon, container.id, { name });
      containerEvent(daemon, container, 'rename', { oldName: `/${container.name}` });
      return 0;
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${daemonError(error)}\nError: failed to rename container named ${ref}\n`);
      return 1;
    }
  },
};
