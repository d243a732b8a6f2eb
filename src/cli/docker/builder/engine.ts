import { builderEngine, nodeContainer, nodeStatus } from '../../../engine/builders/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { chosenBuilder, firstNode, isContainer } from '../buildx/choose.ts';

/** The engine whose cache a command is about. Throws BuildxError for a builder that there is not, DockerError for one that does not run. */
export function chosenEngine(context: Context, flags: ParsedFlags): Daemon {
  const group = chosenBuilder(context, flags);
  if (!isContainer(group)) return context.daemon;
  const node = firstNode(group);
  const container = nodeContainer(context.daemon, node);
  if (container === undefined) throw new DockerError('NotFound', `No such container: buildx_buildkit_${node.Name}`);
  if (nodeStatus(context.daemon, node) !== 'running') throw new DockerError('Conflict', `container ${container.id} is not running`);
  return builderEngine(context.daemon, node);
}
