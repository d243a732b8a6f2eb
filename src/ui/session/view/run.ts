// What containers run: argv, processes, what happened in them, ports, mounts, networks. Numbers of processes are those inside the container.
// Times are virtual seconds since the epoch.

/** ENTRYPOINT and CMD of an image; undefined where the image sets none. */
export interface CommandView {
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
}

export interface ProcessView {
  readonly pid: number;
  /** 0 for pid 1 and for one that joined from outside. */
  readonly ppid: number;
  /** Name in /etc/passwd, or the number. */
  readonly user: string;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly command: string;
  readonly state: 'running' | 'sleeping' | 'stopped' | 'frozen' | 'ended';
  /** Joined by `docker exec` or a health check. */
  readonly joined: boolean;
  /** Names of signals it has a handler for (`TERM`), and those it ignores. */
  readonly handles: readonly string[];
  readonly ignores: readonly string[];
  /** TCP ports it listens at. */
  readonly listens: readonly number[];
}

/** Something that happened in a container. */
export type RunEvent = { readonly at: number } & (
  | { readonly kind: 'start' /** By the restart policy. */; readonly again: boolean }
  | {
      readonly kind: 'signal';
      readonly signal: string;
      readonly pid: number;
      readonly command: string;
      /** Docker, a terminal's keys, or the pid of a process. */
      readonly from: 'engine' | 'terminal' | number;
      /** `unheard`: pid 1 without a handler, so nothing happened. */
      readonly outcome: 'handled' | 'ignored' | 'unheard' | 'ended' | 'stopped' | 'continued';
    }
  /** `docker stop` waits so many seconds before SIGKILL; -1 for ever. */
  | { readonly kind: 'grace'; readonly seconds: number }
  | {
      readonly kind: 'probe';
      readonly end: number;
      readonly exitCode: number;
      readonly output: string;
      readonly streak: number;
      readonly status: 'starting' | 'healthy' | 'unhealthy';
      readonly forgiven: boolean;
    }
  | { readonly kind: 'exec'; readonly argv: readonly string[] }
  | { readonly kind: 'oom' | 'pause' | 'unpause' }
  | { readonly kind: 'exit'; readonly exitCode: number; readonly signal?: string; readonly oom: boolean }
  | { readonly kind: 'restart'; readonly delay: number }
  | { readonly kind: 'refused'; readonly exitCode: number; readonly error: string }
);

export interface HealthView {
  readonly status: 'starting' | 'healthy' | 'unhealthy';
  readonly streak: number;
  readonly command: string;
  /** Seconds; retries is a count. */
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly retries: number;
}

export interface PortView {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** Where it leads from on the host; none: only exposed, nobody outside reaches it. `open`: the host's port is open now. */
  readonly host?: { readonly address: string; readonly port: number; readonly open: boolean };
  /** Pid of who listens there inside; undefined: nobody. 0: somebody whose process is gone. */
  readonly listener?: number;
  /** Who listens does so at 127.0.0.1 alone, where a published port does not lead. */
  readonly loopback?: boolean;
}

export interface MountFileView {
  readonly path: string;
  readonly size?: number;
  readonly kind: 'file' | 'dir' | 'symlink' | 'other';
  /** The same file is in the image at that place: it was copied in when the volume was new. */
  readonly fromImage: boolean;
}

export interface MountView {
  readonly type: 'volume' | 'bind' | 'tmpfs';
  /** Inside the container. */
  readonly target: string;
  /** A volume's name, or the host's path; empty for tmpfs. */
  readonly source: string;
  readonly anonymous: boolean;
  readonly writable: boolean;
  /** Regular files in it and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** The first entries that are not directories, in path order, relative to the mount. */
  readonly entries: readonly MountFileView[];
  /** Containers on this machine that mount the same volume, itself not counted. */
  readonly sharedWith: readonly string[];
}

export interface NetworkView {
  readonly name: string;
  readonly driver: string;
  /** Empty while the container does not run. */
  readonly address: string;
}

export interface ContainerRunView {
  readonly id: string;
  readonly name: string;
  readonly imageRef: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead' | 'removed';
  readonly exitCode: number;
  readonly error: string;
  readonly oomKilled: boolean;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly restartCount: number;
  /** `no`, `always`, `unless-stopped`, `on-failure`, `on-failure:3`. */
  readonly restartPolicy: string;
  /** What is executed. */
  readonly argv: readonly string[];
  /** What the container ended up with, and what its image says; undefined when the image is gone. */
  readonly own: CommandView;
  readonly image?: CommandView;
  /** The shell of the shell form: `/bin/sh -c` unless SHELL says otherwise. */
  readonly shell: readonly string[];
  /** `--init`: docker-init is pid 1 and the command its child. */
  readonly init: boolean;
  readonly tty: boolean;
  readonly user: string;
  readonly cwd: string;
  readonly stopSignal: string;
  readonly stopTimeout: number;
  /** Now, or those that there were when it ended. */
  readonly processes: readonly ProcessView[];
  readonly events: readonly RunEvent[];
  readonly health?: HealthView;
  readonly ports: readonly PortView[];
  readonly mounts: readonly MountView[];
  readonly networks: readonly NetworkView[];
  /** Memory limit in bytes; 0 for none. */
  readonly memory: number;
  /** Its root file system may not be written. */
  readonly readonlyRoot: boolean;
}

export interface RunView {
  /** Newest first; the ones removed last, at most four, stand at the end. */
  readonly containers: readonly ContainerRunView[];
}
