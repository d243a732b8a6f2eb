import { containerTree, findContainer, membersOf } from '../../../engine/daemon/container/index.ts';
import { containerEvent } from '../../../engine/daemon/events/index.ts';
import { tarBody, tarPieces } from '../../../engine/tar/index.ts';
import type { Command } from '../command.ts';
import { checkOutputPath, HostFileError, writeHostFile } from '../host-file.ts';

/** `docker export`: the container's whole file system as one archive. */
export const exportCommand: Command = {
  paths: ['container export', 'export'],
  *run(context, flags, args) {
    const { daemon, process } = context;
    const output = flags.string('output');
    if (output === '' && process.isatty(1)) {
      yield* context.err('cowardly refusing to save to a terminal. Use the -o flag or redirect\n');
      return 1;
    }
    try {
      if (output !== '') checkOutputPath(context, output);
      const container = findContainer(daemon, args[0]!);
      const tree = containerTree(daemon, container);
      containerEvent(daemon, container, 'export');
      const entries = membersOf(tree, tree.root(), '');
      if (output === '') {
        for (const piece of tarPieces(entries)) yield* process.write(1, piece);
        return 0;
      }
      writeHostFile(context, output, tarBody(entries));
      return 0;
    } catch (error) {
      if (!(error instanceof HostFileError)) throw error;
      yield* context.err(`failed to export container: ${error.message}\n`);
      return 1;
    }
  },
};
