import type { FileSystem, MachineFacts, Namespace, NetworkStack, OpenFile } from '../kernel/index.ts';
import type { Ino } from '../tree/index.ts';

/** A mount inside a container, beside its root. Made in the order given; missing mount points are made first. */
export interface RuntimeMount {
  readonly path: string;
  readonly fs: FileSystem;
  /** The inode of `fs` that appears at `path`: its root unless told. */
  readonly root?: Ino;
  readonly readonly?: boolean;
  readonly source?: string;
  /** As /proc/mounts shows them; made up when missing. */
  readonly options?: string;
}

/** What the runtime needs to start a process in a container of its own: runtime-spec's config.json, as far as it shows. Text is ordinary text. */
export interface RuntimeSpec {
  readonly id: string;
  readonly hostname: string;
  readonly root: FileSystem;
  readonly readonlyRoot?: boolean;
  readonly mounts: readonly RuntimeMount[];
  /** Its network; only a loopback interface when missing. */
  readonly network?: NetworkStack;
  /** argv[0] is looked up in PATH of `env` inside the container. */
  readonly argv: readonly string[];
  /** `NAME=value`, later ones win. HOME is added from /etc/passwd when missing. */
  readonly env: readonly string[];
  /** Made when missing. */
  readonly cwd: string;
  /** `user[:group]`, names or numbers; empty for root. */
  readonly user: string;
  readonly groupAdd?: readonly string[];
  /** The primary group is not added to supplementary groups that already have it: BuildKit's way; the engine adds it always. */
  readonly groupsOnce?: boolean;
  /** Capabilities of root in it, without `CAP_`; Docker's default ones when missing. */
  readonly capabilities?: ReadonlySet<string>;
  readonly noNewPrivileges?: boolean;
  /** A small init as pid 1, the command as its child (`--init`). */
  readonly init?: boolean;
  /** What its processes may take together. */
  readonly limits?: Namespace['limits'];
  /** A process was ended because the memory limit was reached. */
  readonly onOutOfMemory?: () => void;
  readonly machine?: MachineFacts;
  /** Descriptors 0, 1 and 2. */
  readonly files: readonly [OpenFile, OpenFile, OpenFile];
}
