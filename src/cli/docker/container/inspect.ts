import type { Command } from '../command.ts';
import { printInspected } from '../print-inspected.ts';
import { inspectContainer } from '../system/inspect.ts';

/** `docker container inspect`. */
export const inspect: Command = {
  paths: ['container inspect'],
  *run(context, flags, args) {
    const found = args.map((name) => inspectContainer(context, name, flags.bool('size')));
    return yield* printInspected(context, flags.string('format'), found);
  },
};
