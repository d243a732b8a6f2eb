import { containerTree, findContainer, membersOf } from '../../../engine/daemon/container/index.ts';
import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import { tarPieces } from '../../../engine/tar/index.ts';
import type { Command } from '../command.ts';

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
    const container = findContainer(daemon, args[0]!);
    const tree = containerTree(daemon, container);
    const entries = membersOf(tree, tree.root(), '');
    try {
      const fd = output === '' ? 1 : process.fs.open(encodeText(output), { write: true, create: true, truncate: true }, 0o600);
      for (const piece of tarPieces(entries)) yield* process.write(fd, piece);
      if (fd !== 1) process.io.close(fd);
      return 0;
    } catch (error) {
      if (!(error instanceof SysError) || output === '') throw error;
      yield* context.err(`failed to export container: open ${output}: ${error.message.toLowerCase()}\n`);
      return 1;
    }
  },
};
