import { Namespace, plainFileSystem, type Run, type Step } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';

const namespaces = new WeakMap<Daemon, Namespace>();

/** Runs something of the engine's own beside everything else: health checks, restart delays. It ends by returning. */
export function inBackground(daemon: Daemon, work: () => Step<void>): void {
  let ns = namespaces.get(daemon);
  if (ns === undefined) {
    ns = new Namespace({ id: 'engine', hostname: 'engine', root: plainFileSystem('tmpfs') });
    ns.nextPid = 2;
    namespaces.set(daemon, ns);
  }
  const process = daemon.kernel.start({ ns, argv: ['dockerd'], env: new Map(), credentials: { uid: 0, gid: 0, groups: [] }, files: [] });
  process.run = (function* (): Run {
    yield* work();
    return 0;
  })();
}
