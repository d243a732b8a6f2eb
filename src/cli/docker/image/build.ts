import { classicBuild } from '../build/classic.ts';
import { whichBuilder } from '../build/which-builder.ts';
import type { Command } from '../command.ts';

/** `docker build`: the classic builder's or BuildKit's. */
export const build: Command = {
  paths: ['image build', 'build', 'builder build', 'buildx build'],
  *run(context, flags, args) {
    const { note } = whichBuilder(context);
    return yield* classicBuild(context, flags, args[0]!, note);
  },
};
