import { buildxBuild } from '../build/buildx.ts';
import { classicBuild } from '../build/classic.ts';
import { whichBuilder } from '../build/which-builder.ts';
import type { Command } from '../command.ts';

/** `docker build`: BuildKit's, or the classic builder's when it is asked for or buildx is not there. */
export const build: Command = {
  paths: ['image build', 'build', 'builder build', 'buildx build'],
  *run(context, flags, args, spec) {
    const { builder } = whichBuilder(context);
    if (builder === 'buildx' || spec.path[0] === 'buildx') return yield* buildxBuild(context, flags, args[0]!);
    return yield* classicBuild(context, flags, args[0]!, spec);
  },
};
