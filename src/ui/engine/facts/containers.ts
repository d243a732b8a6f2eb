// Containers as the grader sees them.
import type { Container } from '../../../engine/container/index.ts';
import { containerTree } from '../../../engine/daemon/container/find.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { changesByStat } from '../../../engine/layer/index.ts';
import type { ContainerFacts } from '../../../grader/index.ts';

export function containerFacts(daemon: Daemon, container: Container): ContainerFacts {
  const { id, name, image, state } = container;
  const KINDS = { added: 'A', modified: 'C', deleted: 'D' } as const;
  const changes = changesByStat(container.lower, containerTree(daemon, container)).map(({ kind, path }) => ({ kind: KINDS[kind], path }));
  return { id, name, image, state: state.status === 'removing' ? 'dead' : state.status, exit: state.exitCode, changes };
}
