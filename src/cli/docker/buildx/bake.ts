import { encodeText } from '../../../engine/kernel/index.ts';
import { choosePrinter } from '../build/progress/choose.ts';
import type { Command } from '../command.ts';
import { chosenBuilder } from './choose.ts';
import { BuildxError, buildx } from './error.ts';

/** Where buildx looks for definitions when none are named (docker/buildx bake/bake.go defaultFilenames). */
const FILES = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
  'docker-bake.json',
  'docker-bake.override.json',
  'docker-bake.hcl',
  'docker-bake.override.hcl',
];

/** `docker buildx bake`: what it says without a definition; definitions are not simulated. Source: docker/buildx commands/bake.go. */
export const bake: Command = {
  paths: ['buildx bake', 'builder bake'],
  *run(context, flags) {
    return yield* buildx(context, function* () {
      const group = chosenBuilder(context, flags);
      const { fs } = context.process;
      const given = flags.list('file');
      for (const path of given)
        if (!fs.exists(encodeText(path))) throw new BuildxError(`failed to find ${path}: open ${path}: no such file or directory`);
      if (given.length > 0 || FILES.some((name) => fs.exists(encodeText(name))))
        throw new BuildxError('strata: bake definitions are not simulated: use docker buildx build');
      const printer = choosePrinter(context, flags, { name: group.Name, driver: group.Driver });
      if (printer === undefined) throw new BuildxError(`invalid progress mode ${flags.string('progress')}`);
      const time = context.daemon.now();
      yield* context.err(printer.print({ type: 'started', vertex: 1, name: '[internal] load local bake definitions', time }));
      yield* context.err(printer.print({ type: 'done', vertex: 1, time }) + printer.end(time, []));
      throw new BuildxError("couldn't find a bake definition");
    });
  },
};
