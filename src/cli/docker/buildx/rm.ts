import { type BuilderGroup, nodeStatus, removeNode } from '../../../engine/builders/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';
import { builderNamed, isContainer } from './choose.ts';
import { BuildxError, buildx, buildxText } from './error.ts';
import { Instances } from './instances.ts';

const INACTIVE = 'WARNING! This will remove all builders that are not in running state.';

/** `docker buildx rm`: forgets builders, with their containers and caches. Source: docker/buildx commands/rm.go. */
export const rm: Command = {
  paths: ['buildx rm', 'builder rm'],
  *run(context, flags, args) {
    return yield* buildx(context, function* () {
      if (flags.bool('all-inactive')) {
        if (args.length > 0) throw new BuildxError('cannot specify builder name when --all-inactive is set');
        return yield* removeInactive(context, flags);
      }
      let failed = false;
      for (const name of args.length > 0 ? args : [flags.string('builder')]) {
        try {
          const group = builderNamed(context, name);
          if (!isContainer(group))
            throw new BuildxError(`context builder cannot be removed, run \`docker context rm ${group.Name}\` to remove this context`);
          yield* remove(context, group, flags);
          yield* context.err(`${name} removed\n`);
        } catch (error) {
          failed = true;
          yield* context.err(`failed to remove ${name}: ${buildxText(error)}\n`);
        }
      }
      if (failed) throw new BuildxError('failed to remove one or more builders');
    });
  },
};

function* remove(context: Context, group: BuilderGroup, flags: ParsedFlags): Step<void> {
  const options = { daemon: !flags.bool('keep-daemon'), state: !flags.bool('keep-state') };
  for (const node of group.Nodes) yield* removeNode(context.daemon, node, options);
  new Instances(context).remove(group.Name);
}

function* removeInactive(context: Context, flags: ParsedFlags): Step<void> {
  if (!flags.bool('force') && !(yield* confirm(context, INACTIVE, ' '))) return;
  for (const group of new Instances(context).list()) {
    if (group.Nodes.some((node) => nodeStatus(context.daemon, node) === 'running')) continue;
    yield* remove(context, group, flags);
    yield* context.err(`${group.Name} removed\n`);
  }
}
