// Facts about containers. What is a function is worked out when a check asks; it tells the moment that the facts are of, whenever that is.
import type { EntryFacts } from './images.ts';

/** A container's pid 1. */
export interface ProcessFacts {
  readonly argv: readonly string[];
  readonly uid: number;
  readonly gid: number;
}

export interface MountFacts {
  readonly path: string;
  readonly kind: 'volume' | 'bind' | 'tmpfs';
  /** The volume's name, or the directory of the host. */
  readonly source: string;
}

/** A published port. `host` is 0 while the engine has not chosen one. */
export interface PortFacts {
  /** `80/tcp`. */
  readonly port: string;
  readonly host: number;
}

export interface ContainerFacts {
  readonly id: string;
  readonly name: string;
  /** The image's id. */
  readonly image: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
  readonly exit: number;
  /** The kernel killed something in it for want of memory. */
  readonly oom: boolean;
  /** Absent without a health check. */
  readonly health?: { readonly status: 'starting' | 'healthy' | 'unhealthy'; readonly streak: number };
  /** What it starts: entrypoint and command together. */
  readonly argv: readonly string[];
  /** `NAME=value`. */
  readonly env: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** As the config says it: empty for root. */
  readonly user: string;
  /** Bytes; 0 is without limit. */
  readonly memory: number;
  /** It was started again after it had ended, by hand or by its policy. */
  readonly restarted: boolean;
  readonly networks: readonly string[];
  readonly mounts: readonly MountFacts[];
  readonly ports: readonly PortFacts[];
  /** Ports it declares without publishing them. */
  readonly exposed: readonly string[];
  /** What runs as pid 1; absent while it does not run. */
  readonly pid1?: ProcessFacts;
  /** As `docker diff` tells it. */
  changes(): readonly { readonly kind: 'A' | 'C' | 'D'; readonly path: string }[];
  /** Everything it wrote to stdout and stderr, all starts together. */
  logs(): string;
  /** What a process in it sees at a path, mounts included. */
  stat(path: string): EntryFacts | undefined;
  text(path: string): string | undefined;
  /** The user id that a name stands for in its /etc/passwd, and the group id of a group's name. */
  uidOf(user: string): number | undefined;
  gidOf(group: string): number | undefined;
}
