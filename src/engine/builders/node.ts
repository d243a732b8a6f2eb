import type { Container } from '../container/index.ts';
import type { Daemon } from '../daemon/index.ts';

/** One BuildKit of a builder, with the members that its file has. Source: docker/buildx store/nodegroup.go. */
export interface BuilderNode {
  readonly Name: string;
  /** Which engine it runs on. */
  readonly Endpoint: string;
  readonly Platforms: readonly { readonly architecture: string; readonly os: string; readonly variant?: string }[] | null;
  readonly DriverOpts: Readonly<Record<string, string>> | null;
  readonly Flags: readonly string[] | null;
  readonly Files: null;
}

/** A builder: nodes of one driver. */
export interface BuilderGroup {
  readonly Name: string;
  readonly Driver: string;
  readonly Nodes: readonly BuilderNode[];
  readonly Dynamic: false;
}

export type NodeStatus = 'running' | 'stopped' | 'inactive';

export const containerName = ({ Name }: BuilderNode): string => `buildx_buildkit_${Name}`;

/** The volume that a node's cache lies in. */
export const stateVolume = (node: BuilderNode): string => `${containerName(node)}_state`;

/** The container of a node on this engine; undefined before it is booted. */
export const nodeContainer = ({ state }: Daemon, node: BuilderNode): Container | undefined =>
  [...state.containers.values()].find(({ name }) => name === containerName(node));

export function nodeStatus(daemon: Daemon, node: BuilderNode): NodeStatus {
  const container = nodeContainer(daemon, node);
  if (container === undefined) return 'inactive';
  return container.state.status === 'running' ? 'running' : 'stopped';
}
